/** A command that cannot go on, with the exit code of verification's contract: 2 wrong use, 4 reading or writing, 5 a limit, 3 invalid files. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: 2 | 3 | 4 | 5;

  constructor(exitCode: 2 | 3 | 4 | 5, lines: string | readonly string[]) {
    super(typeof lines === 'string' ? lines : lines.join('\n'));
    this.exitCode = exitCode;
  }
}
