import { describe, expect, it } from 'vitest';
import { fitHomeShares } from '../../../src/study/derive/index.js';
import { publishedTables, readRows } from '../../support/published-tables.js';

const derived = (file: string): Record<string, string>[] => readRows(`data/derived/${file}`);
const published = (file: string): Record<string, string>[] => readRows(`data/published/${file}`);
const total = (rows: readonly Record<string, string>[], column = 'value'): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);

describe('positions', () => {
  const positions = derived('positions.csv');
  const nation = derived('positions_nation.csv');

  it('sums to the national figure in every year and pathway, low and high too', () => {
    for (const row of nation.filter((one) => Number(one['year']) >= 2018)) {
      const own = positions.filter((one) => one['pathway'] === row['pathway'] && one['year'] === row['year']);
      expect(own).toHaveLength(21);
      expect(total(own), `${row['pathway']!} ${row['year']!}`).toBe(Number(row['value']));
      if (Number(row['year']) <= (row['pathway'] === 'AT' ? 2024 : 2022)) continue;
      for (const bound of ['low', 'high']) expect(total(own, bound), `${bound} ${row['year']!}`).toBe(Number(row[bound]));
    }
  });

  it('follows the published national series of AT, conflicts settled, and the dated path after it', () => {
    const at = nation.filter((row) => row['pathway'] === 'AT' && Number(row['year']) >= 2018).map((row) => Number(row['value']));
    expect(at).toEqual([1472, 1475, 1499, 1534, 1627, 1644, 1660, 1660, 1660, 1400, 900, 450, 200, 100, 100, 0]);
  });

  it('opens 1.5 BT positions for every AT position that goes, at most 2,300', () => {
    const bt = nation.filter((row) => row['pathway'] === 'BT').map((row) => Number(row['value']));
    expect(bt).toEqual([142, 259, 320, 380, 440, 500, 890, 1640, 2300, 2300, 2300, 2300, 2300]);
  });

  it('keeps a figure published for a region and year', () => {
    const at = (region: string, year: number): Record<string, string> =>
      positions.find((row) => row['region'] === region && row['pathway'] === 'AT' && row['year'] === String(year))!;
    const kept: [string, number, number][] = [
      ['Stockholm', 2018, 226], ['Stockholm', 2019, 228], ['Stockholm', 2020, 228], ['Stockholm', 2021, 225], ['Västra Götaland', 2019, 221],
      ['Jönköpings län', 2019, 66], ['Jönköpings län', 2020, 72], ['Västerbotten', 2019, 71], ['Västerbotten', 2020, 56], ['Uppsala', 2021, 40],
      ['Uppsala', 2022, 50], ['Uppsala', 2023, 55], ['Halland', 2022, 56], ['Gotland', 2018, 16], ['Kronoberg', 2023, 38], ['Västernorrland', 2022, 63],
    ]; // prettier-ignore
    for (const [region, year, number] of kept) {
      expect(at(region, year)['value'], `${region} ${year}`).toBe(String(number));
      expect(at(region, year)['quality'], `${region} ${year}`).toBe('published');
    }
  });

  it('gives the worked example of 2022, and exactly four regions below 15 per 100,000 that year', () => {
    const people = new Map(derived('regions.csv').map((row) => [row['region']!, Number(row['value'])]));
    const of2022 = positions.filter((row) => row['pathway'] === 'AT' && row['year'] === '2022');
    expect(of2022.map((row) => Number(row['value']))).toEqual([239, 50, 61, 87, 78, 38, 38, 16, 31, 195, 56, 258, 57, 62, 56, 50, 58, 63, 27, 56, 51]);
    const below = of2022.filter((row) => (Number(row['value']) * 100_000) / people.get(row['region']!)! < 15).map((row) => row['region']);
    expect(below).toEqual(['Stockholm', 'Uppsala', 'Skåne', 'Västra Götaland']);
  });

  it('lets no region without a figure of its own fall below 15 per 100,000', () => {
    const people = new Map(derived('regions.csv').map((row) => [row['region']!, Number(row['value'])]));
    const rest = positions.filter((row) => row['pathway'] === 'AT' && row['source']!.includes('by population'));
    expect(rest).toHaveLength(8 * 7);
    for (const row of rest) expect((Number(row['value']) * 100_000) / people.get(row['region']!)!).toBeGreaterThanOrEqual(15);
  });
});

describe('who comes', () => {
  it('reproduces the published graduates by term once the completion profile is full', () => {
    const share = new Map(derived('completion.csv').map((row) => [`${row['programme']!} ${row['terms_late']!}`, Number(row['value'])]));
    const term = (text: string): number => 2 * Number(text.slice(0, 4)) + (text.endsWith('HT') ? 1 : 0);
    const intakes = derived('programme_intakes.csv');
    const graduates = (programme: string, terms: number, of: number): number =>
      intakes
        .filter((row) => row['programme'] === programme)
        .reduce((sum, row) => sum + Number(row['value']) * (share.get(`${programme} ${of - term(row['term']!) - terms + 1}`) ?? 0), 0);
    const profiled = published('programmes.csv').filter((row) => row['metric'] === 'expected_graduates_profiled');
    expect(profiled).toHaveLength(40);
    for (const row of profiled) {
      const of = term(`${row['year']!}-${row['term']!}`);
      if (of >= term('2033-HT')) continue; // graduates of January 2034
      const [programme, terms] = row['programme'] === 'old_5_5y' ? (['old', 11] as const) : (['new', 12] as const);
      const near = of < term('2025-VT') ? 1.5 : 0.6; // the last who began before the level was reached are still late
      expect(Math.abs(graduates(programme, terms, of) - Number(row['value'])), `${row['programme']!} ${row['term']!} ${row['year']!}`).toBeLessThan(near);
    }
  });

  it('takes the last old students in spring 2021 and the first new ones in autumn', () => {
    const terms = (programme: string): string[] => derived('programme_intakes.csv').filter((row) => row['programme'] === programme).map((row) => row['term']!);
    const order = (list: string[]): string[] => [...new Set(list)].sort((a, b) => (a.replace('VT', 'A') < b.replace('VT', 'A') ? -1 : 1));
    expect(order(terms('old')).at(-1)).toBe('2021-VT');
    expect(order(terms('new'))[0]).toBe('2021-HT');
    expect(order(terms('old'))[0]).toBe('2009-HT');
  });

  it('lets 88 % of the places lead to a degree', () => {
    for (const programme of ['old', 'new']) expect(total(derived('completion.csv').filter((row) => row['programme'] === programme))).toBeCloseTo(0.88, 10);
  });

  it('has shares that sum to one, wherever there are shares', () => {
    const groups = new Map<string, number>();
    const add = (key: string, row: Record<string, string>): void => void groups.set(key, (groups.get(key) ?? 0) + Number(row['value']));
    for (const row of derived('home_shares.csv')) add(`home ${row['university']!}`, row);
    for (const row of derived('home_population.csv')) add('home population', row);
    for (const row of derived('at_length.csv')) add(`length ${row['region']!} ${row['from']!}`, row);
    for (const row of derived('bt_scheme_of.csv')) add(`scheme ${row['region']!}`, row);
    expect(groups.size).toBeGreaterThan(12 + 1 + 42);
    for (const [key, sum] of groups) expect(Math.abs(sum - 1), key).toBeLessThan(1e-9);
  });

  it('knows every place of study of the intakes, and none besides', () => {
    const homes = new Set(derived('home_shares.csv').map((row) => row['university']));
    expect(homes).toEqual(new Set(derived('programme_intakes.csv').map((row) => row['university'])));
  });

  it('lets Uppsala keep about a fifth of its graduates', () => {
    const kept = derived('home_shares.csv').find((row) => row['university'] === 'Uppsala universitet' && row['region'] === 'Uppsala')!;
    expect(Number(kept['value'])).toBeGreaterThan(0.15);
    expect(Number(kept['value'])).toBeLessThan(0.25);
  });

  it('meets every region\'s target inflow', () => {
    const fit = fitHomeShares(publishedTables());
    fit.columnTargets.forEach((target, r) => {
      const inflow = fit.shares.reduce((sum, row, u) => sum + row[r]! * fit.rowTotals[u]!, 0);
      expect(inflow).toBeCloseTo(target, 4);
    });
  });
});

describe('the state at the start', () => {
  it('lets 10.3 months of the starts of 2017 wait in the nation, spread with that mean', () => {
    const queue = derived('initial_queues.csv');
    expect(total(queue)).toBe(Math.round((10.3 * 1460) / 12));
    const mean = queue.reduce((sum, row) => sum + Number(row['value']) * Number(row['waited_months']), 0) / total(queue);
    expect(mean).toBeGreaterThan(9);
    expect(mean).toBeLessThan(12);
  });

  it('has the graduates of June and January only, besides the foreign-trained', () => {
    const waits = derived('initial_queues.csv').filter((row) => row['stream'] === 'old-programme').map((row) => Number(row['waited_months']));
    expect([...new Set(waits)].sort((a, b) => a - b)).toEqual([7, 12, 19, 24]);
  });

  it('has everybody in training whom the positions before 2018 took in and who is not done', () => {
    const training = derived('initial_training.csv');
    const left = (months: string): number => total(training.filter((row) => row['left_months'] === months));
    expect([...new Set(training.map((row) => row['left_months']))].sort()).toEqual(['11', '17', '5']);
    expect(left('11') + left('17')).toBe(1460);
    expect(Math.abs(left('5') - 715)).toBeLessThanOrEqual(11); // half of 1430, the odd one of each region in March
  });
});

describe('the hospital areas of Skåne', () => {
  const of = (file: string, keys: readonly string[], value: string): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const row of derived(file)) {
      if (file.startsWith('skane') ? row['region'] === 'Övriga Sverige' : row['region'] !== 'Skåne') continue;
      const key = keys.map((k) => row[k]).join(' ');
      sums.set(key, (sums.get(key) ?? 0) + Number(row[value]));
    }
    return sums;
  };

  it.each([
    ['regions.csv', []],
    ['positions.csv', ['pathway', 'year']],
    ['initial_queues.csv', ['pathway', 'stream', 'waited_months']],
    ['initial_training.csv', ['variant', 'stream', 'left_months']],
    ['home_shares.csv', ['university']],
    ['home_population.csv', []],
  ])('share out what %s has for Skåne, and nothing more', (file, keys) => {
    const [parts, whole] = [of(`skane_${file}`, keys, 'value'), of(file, keys, 'value')];
    expect([...parts.keys()]).toEqual([...whole.keys()]);
    for (const [key, number] of whole) expect(parts.get(key), key).toBeCloseTo(number, 9);
  });

  it('had as many BT posts each when BT began, as was published', () => {
    const bt = derived('skane_positions.csv').filter((row) => row['pathway'] === 'BT' && row['year'] === '2021');
    expect(bt.map((row) => row['value'])).toEqual(['8', '8', '8']);
    expect(bt.map((row) => row['quality'])).toEqual(['derived', 'derived', 'derived']);
  });

  it('know where every graduate of the country seeks, in Skåne or elsewhere', () => {
    const sums = new Map<string, number>();
    for (const row of derived('skane_home_shares.csv')) sums.set(row['university']!, (sums.get(row['university']!) ?? 0) + Number(row['value']));
    expect([...sums.keys()]).toEqual([...new Set(derived('home_shares.csv').map((row) => row['university']!))]);
    for (const [university, sum] of sums) expect(Math.abs(sum - 1), university).toBeLessThan(1e-9);
  });
});

describe('BT schemes', () => {
  it('last twelve months in whole half-months, and every region has one', () => {
    const months = new Map<string, number>();
    for (const row of derived('bt_schemes.csv')) {
      expect(Number.isInteger(2 * Number(row['value']))).toBe(true);
      months.set(row['variant']!, (months.get(row['variant']!) ?? 0) + Number(row['value']));
    }
    expect([...months.values()].every((sum) => sum === 12)).toBe(true);
    expect([...months.keys()]).toEqual(['bt-default', 'bt-stockholm', 'bt-uppsala', 'bt-vastmanland', 'bt-kronoberg', 'bt-vasternorrland']);
    for (const row of derived('bt_scheme_of.csv')) expect(months.has(row['variant']!)).toBe(true);
    expect(derived('bt_scheme_of.csv')).toHaveLength(21);
  });
});

describe('AT length', () => {
  const rows = derived('at_length.csv');
  const ways = new Map<string, { readonly from: string; readonly short: number }[]>();
  for (const { region, from, variant, value } of rows) {
    const short = variant === 'at-18' ? Number(value) : 1 - Number(value);
    const way = ways.get(region!) ?? [];
    if (way.at(-1)?.from !== from) ways.set(region!, [...way, { from: from!, short }]);
  }

  it('has a row for every region when a run begins', () => {
    expect(ways.size).toBe(21);
    for (const [region, way] of ways) expect(way[0]!.from, region).toBe('2018-01');
  });

  it('keeps published lengths, and takes no inference for one', () => {
    const cards = rows.map((row) => [row['region'], row['from'], row['variant'], row['value'], row['quality']].join(' '));
    for (const card of ['Västmanland 2021-01 at-18 1', 'Östergötland 2020-01 at-21 1', 'Östergötland 2022-01 at-18 1', 'Halland 2020-01 at-21 1', 'Stockholm 2023-01 at-18 1']) {
      expect(cards).toContain(`${card} published`);
    }
    expect(cards).toContain('Uppsala 2022-01 at-21 0.15 assumption');
    for (const region of ['Sörmland', 'Jönköpings län', 'Värmland']) expect(ways.get(region), region).toEqual(ways.get('Skåne'));
  });

  it('goes from the nation’s share of 2017 to everybody along straight lines, class by class', () => {
    expect(ways.get('Skåne')!.map(({ from, short }) => `${from} ${short.toFixed(2)}`)).toEqual([
      '2018-01 0.15', '2018-06 0.22', '2019-01 0.32', '2019-06 0.39', '2020-01 0.49', '2020-06 0.56', '2021-01 0.66', '2021-06 0.73', '2022-01 0.83', '2022-06 0.90', '2023-01 1.00',
    ]); // prettier-ignore
  });

  it('ends with short AT everywhere, without a class in which a whole region changes at once', () => {
    for (const [region, way] of ways) {
      expect(way.at(-1)!.short, region).toBe(1);
      way.slice(1).forEach(({ short }, i) => {
        expect(short - way[i]!.short, region).toBeGreaterThanOrEqual(0);
        expect(short - way[i]!.short, region).toBeLessThan(0.3);
      });
    }
  });
});
