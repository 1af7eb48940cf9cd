/** How a command ends that cannot go on: 2 wrong use, 3 invalid files, 4 reading or writing, 5 a limit, 6 checks that do not hold, 130 and 143 a signal. */
type ExitCode = 2 | 3 | 4 | 5 | 6 | 130 | 143;

/** A command that cannot go on. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, lines: string | readonly string[]) {
    super(typeof lines === 'string' ? lines : lines.join('\n'));
    this.exitCode = exitCode;
  }
}
