import { expect, test } from 'vitest';
import { MOST_ORDERS, listOrders } from '../../src/model/orders.js';
import type { Pathway, Stretch } from '../../src/model/scenario.js';
import { pathway, stretch, variant } from '../support/scenario.js';

function ordersOf(stretches: readonly Stretch[], orders: Pathway['orders'], chain: readonly string[] = []): string[] {
  const precedence = chain.slice(1).map((then, i) => ({ first: chain[i]!, then }));
  const form = pathway('P', stretches, { orders, precedence });
  return listOrders(form, variant('v', stretches)).map((order) => order.map((i) => stretches[i]!.block + stretches[i]!.steps).join(' '));
}

const abc = [stretch('a', 1), stretch('b', 2), stretch('c', 3)];

test('as listed: one order', () => {
  expect(ordersOf(abc, 'listed')).toEqual(['a1 b2 c3']);
});

test('free: all orders, compared by the places of the blocks in the list', () => {
  expect(ordersOf(abc, 'free')).toEqual(['a1 b2 c3', 'a1 c3 b2', 'b2 a1 c3', 'b2 c3 a1', 'c3 a1 b2', 'c3 b2 a1']);
});

test('custom: the last listed block last, whatever comes before it', () => {
  expect(ordersOf(abc, 'custom')).toEqual(['a1 b2 c3', 'b2 a1 c3']);
  expect(ordersOf([stretch('h', 3), stretch('h', 3), stretch('p', 3), stretch('g', 6)], 'custom')).toEqual(['h3 h3 p3 g6', 'h3 p3 h3 g6', 'p3 h3 h3 g6']);
});

test('custom: chains are kept, also over a block that the variant lacks', () => {
  expect(ordersOf(abc, 'custom', ['c', 'a'])).toEqual(['b2 c3 a1', 'c3 a1 b2', 'c3 b2 a1']);
  expect(ordersOf([stretch('c', 3), stretch('a', 1)], 'custom', ['a', 'b', 'c'])).toEqual(['a1 c3']);
});

test('orders that differ only by exchanging equal stretches count once; unequal ones of the same block do not', () => {
  expect(ordersOf([stretch('a', 1), stretch('a', 1), stretch('b', 1)], 'free')).toHaveLength(3);
  expect(ordersOf([stretch('a', 1), stretch('a', 2), stretch('b', 1)], 'free')).toHaveLength(6);
  expect(ordersOf([stretch('a', 1, 1, 1), stretch('a', 1, 1, 0.5)], 'free')).toHaveLength(2);
  expect(ordersOf([stretch('a', 1, 1), stretch('a', 1, 0)], 'free')).toHaveLength(2);
});

test('listing stops just past the most that are allowed', () => {
  const many = Array.from({ length: 12 }, (_, i) => stretch(`b${i}`, 1));
  expect(ordersOf(many, 'free')).toHaveLength(MOST_ORDERS + 1);
  expect(ordersOf(many.slice(0, 6), 'free')).toHaveLength(720);
});
