/** Swedish for the words that the argument parser prints; it ships with Norwegian but not with Swedish. */
export const SWEDISH: Record<string, string> = {
  'Commands:': 'Kommandon:',
  'Options:': 'Flaggor:',
  'Positionals:': 'Argument:',
  boolean: 'ja/nej',
  string: 'text',
  required: 'krävs',
  'default:': 'standard:',
};
