/** A command of the program, as it is to be typed in a shell. */
export function typed(command: readonly string[]): string {
  const words = command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ['npx --no-install flaskhals', ...words].join(' ');
}
