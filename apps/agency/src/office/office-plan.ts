import { type StatusCode } from '#core';
import { type OfficeSettings } from '#config';
import { REFUSAL_REASONS } from './refusal-reasons.js';

/** A step of the office still to come: the status it will report, and when (epoch ms). */
export interface PlannedStep {
  readonly step: StatusCode;
  readonly dueAt: number;
}

/** The order in which an office reports; a status without a delay is skipped. A document is refused in place of being received. */
const ORDER = ['03', '04', '05', '06'] as const;

/** Draws a number from 0 to below 1. */
export type Chance = () => number;

/** What the office will do first with a document that arrives at `arrivedAt`; undefined when it is off or reports nothing. */
export function firstStep(settings: OfficeSettings, arrivedAt: number, chance: Chance): PlannedStep | undefined {
  if (!settings.isOn) return undefined;
  if (chance() * 100 >= settings.refusePercent) return nextStep(settings, arrivedAt, undefined);
  return { step: '02', dueAt: arrivedAt + (settings.delaysMs['02'] ?? settings.delaysMs['03'] ?? 0) };
}

/** What follows a step; undefined after the last and after a refusal. */
export function nextStep(
  settings: OfficeSettings,
  arrivedAt: number,
  after: string | undefined,
): PlannedStep | undefined {
  const begin = after === undefined ? 0 : ORDER.findIndex((code) => code === after) + 1;
  if (begin === 0 && after !== undefined) return undefined;
  const step = ORDER.slice(begin).find((code) => settings.delaysMs[code] !== undefined);
  return step === undefined ? undefined : { step, dueAt: arrivedAt + (settings.delaysMs[step] ?? 0) };
}

/** A reason for a refusal. */
export function refusalReason(chance: Chance): string {
  return REFUSAL_REASONS[Math.floor(chance() * REFUSAL_REASONS.length)]!;
}
