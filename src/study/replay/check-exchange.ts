import type { AgreementForm, Complaint, PlanForm } from '../../model/index.js';
import { checkName, complain, listBlocks } from './names.js';

/** What does not fit together in the agreements of exchange of a plan made elsewhere. */
export function checkExchange(form: PlanForm): Complaint[] {
  const agreements = form.exchange ?? [];
  const blocks = listBlocks(form);
  return agreements.flatMap(({ home, host, block, from, until }, i) => [
    ...checkName('region', home, form.regions, ['exchange', i, 'home']),
    ...(home === host ? [complain(['exchange', i, 'host'], { code: 'own-host', found: host })] : checkName('region', host, form.regions, ['exchange', i, 'host'])),
    ...checkName('block', block, blocks, ['exchange', i, 'block']),
    ...(until < from ? [complain(['exchange', i, 'until'], { code: 'until-before-from', found: String(until), values: { from } })] : []),
    ...(agreements.slice(0, i).some((other) => overlap(other, agreements[i]!)) ? [complain(['exchange', i], { code: 'agreement-twice' })] : []),
  ]);
}

/** One agreement at a time for a home, host and block. */
function overlap(a: AgreementForm, b: AgreementForm): boolean {
  return a.home === b.home && a.host === b.host && a.block === b.block && a.from <= b.until && b.from <= a.until;
}
