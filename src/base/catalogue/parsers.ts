/** What the YAML reader says in English, told in Swedish by the kind of fault; one that is not here is told by its kind. */
const YAML: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'en hänvisning (*) kan inte ha etikett eller tagg',
  BAD_ALIAS: 'en etikett (&) eller hänvisning (*) är fel skriven',
  BAD_COLLECTION_TYPE: 'taggen hör inte till en karta eller lista',
  BAD_DIRECTIVE: 'ett direktiv är fel skrivet',
  BAD_DQ_ESCAPE: 'ett omvänt snedstreck inom citattecken följs av något som det inte kan stå före',
  BAD_INDENT: 'indraget stämmer inte med raderna omkring, eller en parentes är inte stängd',
  BAD_PROP_ORDER: 'etikett och tagg står på fel plats',
  BAD_SCALAR_START: 'ett värde kan inte börja med det tecknet; sätt det inom citattecken',
  BLOCK_AS_IMPLICIT_KEY: 'en karta eller lista inne i en rad som redan är nyckel: värde; börja på en ny rad, eller sätt texten inom citattecken',
  BLOCK_IN_FLOW: 'inom klamrar eller hakparenteser skrivs kartor och listor också så',
  IMPOSSIBLE: 'raderna hänger inte ihop',
  KEY_OVER_1024_CHARS: 'nyckeln är för lång',
  MISSING_CHAR: 'ett tecken saknas: ett kolon eller mellanslag efter en nyckel, ett komma, ett citattecken eller en parentes',
  MULTILINE_IMPLICIT_KEY: 'en nyckel står på en enda rad; ett kolon kan saknas',
  MULTIPLE_ANCHORS: 'två etiketter (&) på samma värde',
  MULTIPLE_TAGS: 'två taggar på samma värde',
  NON_STRING_KEY: 'en nyckel måste vara ett namn',
  RESOURCE_EXHAUSTION: 'för stort eller för djupt att läsa',
  TAB_AS_INDENT: 'tabb som indrag',
  TAG_RESOLVE_FAILED: 'okänd tagg',
  UNEXPECTED_TOKEN: 'något står där det inte kan stå',
};

/** The same of the JSON reader, by its names of faults. */
const JSON_FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'ett ord som inte är true, false eller null',
  InvalidNumberFormat: 'ett tal som är fel skrivet',
  PropertyNameExpected: 'här ska stå en nyckel inom citattecken',
  ValueExpected: 'här ska stå ett värde',
  ColonExpected: 'här ska stå ett kolon',
  CommaExpected: 'här ska stå ett komma',
  CloseBraceExpected: 'här ska stå }',
  CloseBracketExpected: 'här ska stå ]',
  EndOfFileExpected: 'mer efter slutet',
  InvalidCommentToken: 'kommentarer är inte tillåtna',
  UnexpectedEndOfComment: 'kommentarer är inte tillåtna',
  UnexpectedEndOfString: 'citattecknet stängs inte',
  UnexpectedEndOfNumber: 'talet är inte färdigt',
  InvalidUnicode: 'ett fel skrivet \\u-tecken',
  InvalidEscapeCharacter: 'ett omvänt snedstreck följs av något som det inte kan stå före',
  InvalidCharacter: 'ett tecken som inte är tillåtet',
};

/** A fault of YAML in both languages, from what its reader says of it. */
export const yamlDetail = (kind: string, message: string): Readonly<Record<'detailSv' | 'detailEn', string>> => ({ detailSv: YAML[kind] ?? kind, detailEn: message });

/** A fault of JSON in both languages, from the name that its reader has for it. */
export const jsonDetail = (kind: string): Readonly<Record<'detailSv' | 'detailEn', string>> => ({
  detailSv: JSON_FAULTS[kind] ?? kind,
  // ColonExpected: colon expected.
  detailEn: kind.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(),
});
