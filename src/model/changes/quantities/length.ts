import type { Stretch } from '../../scenario.js';
import type { Quantity } from '../cells.js';
import { naming } from '../change.js';

interface Row {
  readonly stretch: Stretch;
  /** Its place in the variant's list. */
  readonly index: number;
}

const lasting = (row: Row, steps: number): Row => ({ ...row, stretch: { ...row.stretch, steps } });

/** How long each stay in a block lasts, in steps, by pathway, variant and block. */
export const length: Quantity<Row> = {
  id: 'length',
  keys: ['pathway', 'variant', 'block'],
  isWhole: true,
  isDated: false,
  isForeseen: false,
  least: 1,
  cells: (draft, _, wants) =>
    draft.pathways
      .flatMap((pathway) =>
        pathway.variants.flatMap((variant) =>
          variant.stretches.map((stretch, index) => ({ of: { pathway: pathway.id, variant: variant.id, block: stretch.block }, rows: [{ from: 0, row: { stretch, index } }] })),
        ),
      )
      .filter(({ of }) => wants(of)),
  amount: (row) => row.stretch.steps,
  standing: () => ({ cell: '' }),
  set: (row, to) => lasting(row, to?.value ?? row.stretch.steps),
  raise: (row, by) => lasting(row, row.stretch.steps + by.value),
  group: ({ pathway, variant }) => `${pathway} ${variant}`,
  write: (draft, cells) => ({
    ...draft,
    pathways: draft.pathways.map((pathway) => ({
      ...pathway,
      variants: pathway.variants.map((variant) => {
        const rows = cells.filter(({ of }) => of.pathway === pathway.id && of.variant === variant.id).map((cell) => cell.rows[0]!.row);
        return rows.length === 0 ? variant : { ...variant, stretches: variant.stretches.map((stretch, i) => rows.find(({ index }) => index === i)?.stretch ?? stretch) };
      }),
    })),
  }),
  judge: (_, { amount }) => (amount === null ? { code: 'never-unlimited', values: naming('length') } : undefined),
};
