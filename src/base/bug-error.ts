/** The program itself is wrong. Never thrown for what a user wrote; never caught below `cli`. */
export class BugError extends Error {
  override readonly name = 'BugError';
}
