import * as z from 'zod';
import { form, whole } from './parts.js';

const ANY = 2_000_000_000;
const LARGEST_DRAW = Number.MAX_SAFE_INTEGER / 4;

/** An outcome of an exam, written in any of the ways that have one meaning. */
const outcome = () => z.union([z.boolean(), z.literal([0, 1]).transform((is) => is === 1), z.literal(['pass', 'fail']).transform((is) => is === 'pass')], { error: 'outcome' });

const leg = () =>
  form({
    pathway: z.string(),
    variant: z.string(),
    variant_in: z.record(z.string(), z.string()).optional(),
    region: z.string(),
    arrive: whole(-ANY, ANY).optional(),
    delay: whole(0, ANY).optional(),
    late: whole(0, ANY).optional(),
    give_up: whole(1, ANY).nullable().optional(),
    leaves: z.array(form({ after: whole(1, ANY), length: whole(1, ANY) })).optional(),
    lottery: z.record(z.string().regex(/^\d+$/, { error: 'step' }), whole(-LARGEST_DRAW, LARGEST_DRAW)).optional(),
    seeks: z.array(z.string()).optional(),
    applied: z.boolean().optional(),
    exam: z.array(outcome()).optional(),
    initial: form({ left: z.array(whole(0, ANY)), start: whole(-ANY, ANY).nullable().optional() }).optional(),
  });

const doctor = () =>
  form({
    id: z.tuple([z.string(), whole(-ANY, ANY), whole(-ANY, ANY)]),
    rank: whole(-LARGEST_DRAW, LARGEST_DRAW),
    mobile: z.boolean().optional(),
    stretch: z.string().regex(/^(\d{1,6}(\.\d{1,6})?|[1-9]\d{0,6}\/[1-9]\d{0,6})$/, { error: 'factor' }).optional(),
    legs: z.array(leg()).min(1),
  });

const roster = form({ doctors: z.array(doctor()) });

/** The schema of roster.json: everybody who comes, with all their luck (docs/decisions/dump.md). */
export const rosterSchema = roster;

/** Everybody who comes, with all their luck. */
export type RosterForm = z.output<typeof roster>;
export type DoctorForm = z.output<ReturnType<typeof doctor>>;
export type LegForm = z.output<ReturnType<typeof leg>>;
