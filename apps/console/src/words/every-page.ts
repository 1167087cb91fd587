import { en } from './en.js';
import { vi } from './vi.js';
import { wordsOf } from './wording.js';

/** What all pages share. */
export const shared = wordsOf('shared', vi, en);
export type SharedWord = keyof typeof vi;
