import { words, type Words } from '#core';
import { type Finding, good } from './finding.js';

/** Clocks that NTP keeps are off by far less. */
const MOST_OFF_MS = 2_000;

/** What `what` (a server and its version) says of its clock, `offMs` away from the hub's at least. Figures count by the hub's clock, leases of several hubs by theirs. */
export function clockFinding(what: string, offMs: number, whose: Words): Finding {
  const off = Math.round(offMs);
  const symptom = words(
    `${what}, đồng hồ lệch với trục ${off} ms.`,
    `${what}, its clock is ${off} ms away from the hub’s.`,
  );
  if (offMs < MOST_OFF_MS) return good('clock', symptom);
  return {
    ...{ part: 'clock', state: 'poor', symptom },
    cause: words(
      `Đồng hồ của máy chạy trục hoặc của máy chạy ${whose.vi} sai.`,
      `The clock of the hub’s machine or of the one that runs ${whose.en} is wrong.`,
    ),
    remedy: words(
      'Đồng bộ đồng hồ các máy bằng NTP; số liệu tính ngày theo đồng hồ của trục.',
      'Keep the machines’ clocks by NTP; figures count days by the hub’s clock.',
    ),
  };
}
