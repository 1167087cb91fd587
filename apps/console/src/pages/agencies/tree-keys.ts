import { type KeyboardEvent } from 'react';

const TURNERS = 'button[data-turns]';
const TURNS: Readonly<Record<string, string>> = { ArrowRight: 'closed', ArrowLeft: 'open' };
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys on the signs of the tree: up and down go to the next one, right opens, left closes. */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  const { key, target } = event;
  const [turns, move] = [TURNS[key], MOVES[key]];
  if (!(target instanceof HTMLElement) || !target.matches(TURNERS)) return;
  if (turns === undefined && move === undefined) return;
  event.preventDefault();
  if (move === undefined) {
    if (target.dataset['turns'] === turns) target.click();
    return;
  }
  const all = [...(target.closest('table')?.querySelectorAll<HTMLElement>(TURNERS) ?? [])];
  all[all.indexOf(target) + move]?.focus();
}
