import * as z from 'zod';
import { form, named, whole } from './parts.js';

const ANY = 2_000_000_000;
/** Draws are added to weighted waits, and the sums are whole. */
const LARGEST_DRAW = Math.floor(Number.MAX_SAFE_INTEGER / 4);
const LARGEST_RANK = Number.MAX_SAFE_INTEGER;

/** A part of who a doctor is, a number or a text: it tells doctors apart, and orders them where all else is equal. */
const identity = () => z.union([z.string(), whole(-LARGEST_RANK, LARGEST_RANK)], { error: 'identity' });

/** An outcome of an exam, written in any of the ways that have one meaning. */
const outcome = () => z.union([z.boolean(), z.literal([0, 1]).transform((is) => is === 1), z.literal(['pass', 'fail']).transform((is) => is === 'pass')], { error: 'outcome' });

const leg = () =>
  form({
    pathway: z.string(),
    variant: z.string(),
    variant_in: named(z.string()).optional(),
    region: z.string(),
    arrive: whole(-ANY, ANY).optional(),
    delay: whole(0, ANY).optional(),
    late: whole(0, ANY).optional(),
    give_up: whole(1, ANY).nullable().optional(),
    leaves: z.array(form({ after: whole(1, ANY), length: whole(1, ANY) })).optional(),
    lottery: named(whole(-LARGEST_DRAW, LARGEST_DRAW), /^(0|[1-9]\d*)$/, 'step').optional(),
    seeks: z.array(z.string()).optional(),
    applied: z.boolean().optional(),
    exam: z.array(outcome()).optional(),
    initial: form({ left: z.array(whole(0, ANY)), start: whole(-ANY, ANY).nullable().optional() }).optional(),
  });

const doctor = () =>
  form({
    id: z.tuple([z.string(), identity(), identity()]),
    rank: whole(-LARGEST_RANK, LARGEST_RANK),
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
