import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const LETTERS = 5;

/** A password that people can read out and type: four groups of five, 99 random bits. */
export function madePassword(): string {
  const letter = (): string => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = (): string => Array.from({ length: LETTERS }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
