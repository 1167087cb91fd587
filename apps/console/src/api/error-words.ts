import { AXIS_ERRORS } from '#core';
import { type Problem } from '#wire';
import { inEnglish } from './fill-in.js';

/** A problem in English, from the table of errors; as the hub said it when the table does not know the code. Loaded only when needed. */
export function englishOf(problem: Problem): { detail: string; remedy: string | undefined } {
  const entry = Object.entries(AXIS_ERRORS).find(([code]) => code === problem.code)?.[1];
  if (entry === undefined) return { detail: problem.detail, remedy: problem.remedy };
  return { detail: inEnglish(entry, problem.detail), remedy: entry.remedyEn };
}
