import { type Examination } from '#wire';
import { inOrder, wordOfPart } from './parts.js';

it('shows what is broken before what could not be read and what is to be looked at, and leaves the rest as it is', () => {
  const of = (part: string, state: Examination['state']): Examination => ({ part, state, symptom: '' });
  const found = [
    of('store', 'good'),
    of('disk', 'poor'),
    of('broker', 'good'),
    of('ledger', 'bad'),
    of('queues', 'unread'),
  ];
  expect(inOrder(found).map(({ part }) => part)).toEqual(['ledger', 'queues', 'disk', 'store', 'broker']);
});

it('has a word for each part that it knows, and none for others', () => {
  expect(wordOfPart('dead letters')).toBe('part_deadLetters');
  expect(wordOfPart('constructor')).toBeUndefined();
});
