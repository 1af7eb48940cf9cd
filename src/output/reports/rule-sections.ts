import type { Findings } from '../../analysis/index.js';
import type { Lang } from '../words.js';
import { checksSection } from './checks.js';
import { decidedSection } from './decided.js';
import { examSection } from './exam.js';
import { exchangeSection } from './exchange.js';
import { openingsSection } from './openings.js';
import type { SummarySection } from './section.js';

/** What came of the rules that only some scenarios use: positions and what rules decided of them, the exam, exchange between regions. */
export function ruleSections(findings: Findings, lang: Lang): readonly SummarySection[] {
  return [...checksSection(findings, lang), ...openingsSection(findings, lang), ...decidedSection(findings, lang), ...examSection(findings, lang), ...exchangeSection(findings, lang)];
}
