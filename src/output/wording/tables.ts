/** The words of tables: what a column or a quality is called. */
export const TABLE_WORDS = {
  'quality.published': { sv: 'publicerad', en: 'published' },
  'quality.derived': { sv: 'härledd', en: 'derived' },
  'quality.assumption': { sv: 'antagen', en: 'assumed' },
  'kind.slots': { sv: 'placeringsplatser', en: 'slots' },
  'kind.supervisors': { sv: 'handledarplatser', en: 'supervisor places' },
} as const;
