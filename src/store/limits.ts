/** What a request may hold at most, checked before anything is sent, so that no key can grow without end. */
import { createHash } from 'node:crypto';
import {
  type Key,
  mostEntries,
  mostRoom,
  type NewItem,
  type SettleRequest,
  type StepRequest,
  StoreRefused,
} from './store.ts';

/** Characters. An answer takes about 100, an address under 1,000, a report with everybody picked under 7,000. */
const longestSealed = 8_192;
const mostItems = 50;
const keyShape = /^\{p\d\d\}:[a-z-]+:[A-Za-z0-9_-]+$/;

/** @throws {StoreRefused} */
export function checkStep({ key, delivery, change, reply, most = mostEntries }: StepRequest): void {
  checkKey(key);
  if (!(most >= 1 && most <= mostRoom)) throw new StoreRefused(`One key holds 1 to ${mostRoom} entries.`);
  if (delivery === '') throw new StoreRefused('A delivery needs an id.');
  if (change.do !== 'nothing') checkSealed(change.entry);
  if (reply !== undefined) checkSealed(reply);
}

/** @throws {StoreRefused} */
export function checkSettle({ key, cards, items = [] }: SettleRequest): void {
  checkKey(key);
  if (cards !== undefined) checkSealed(cards);
  if (items.length > mostItems) throw new StoreRefused(`At most ${mostItems} notices fit in one command.`);
  for (const item of items) checkItem(item, key);
}

function checkItem(item: NewItem, key: Key): void {
  checkKey(item.key);
  checkSealed(item.payload);
  if (partitionOf(item.key) !== partitionOf(key)) throw new StoreRefused('A notice must be of the same tenant.');
  if (!(item.expires > item.due)) throw new StoreRefused('A notice must expire after it is due.');
}

function checkKey(key: Key): void {
  if (!keyShape.test(key)) throw new StoreRefused('This is not a name made by seal/index-key.ts.');
}

function checkSealed(sealed: string): void {
  if (sealed === '' || sealed.length > longestSealed) {
    throw new StoreRefused(`A stored value has 1 to ${longestSealed} characters; this one has ${sealed.length}.`);
  }
}

/** @throws {StoreRefused} */
export function checkPut(key: Key, value: string): void {
  checkKey(key);
  checkSealed(value);
}

/** @throws {StoreRefused} */
export function checkEnlist(group: Key, key: Key): void {
  checkKey(group);
  checkKey(key);
  if (partitionOf(group) !== partitionOf(key)) throw new StoreRefused('A group is of one tenant.');
}

export function tooManyEntries(most: number): StoreRefused {
  return new StoreRefused(`There is room for ${most} entries of this kind here, and no more.`);
}

/** Under this name nothing is looked for. */
export const asideName = (key: Key, now: number): Key => `${key}-aside-${now}`;

export function partitionOf(key: Key): string {
  return key.slice(0, key.indexOf('}') + 1);
}

/** Platforms' ids have any length and may name a channel or a person: kept as 16 characters of a hash. */
export function deliveryMark(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 16);
}
