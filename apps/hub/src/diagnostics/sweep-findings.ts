import { hanoiIso, words, type Words } from '#core';
import { type Rounds } from '../exchange/rounds.js';
import { type Finding, good } from './finding.js';

/** What the hub does again and again: when each last got through, and which of it is late at a moment (epoch milliseconds). */
export function sweepFindings(sweeps: readonly Rounds[], at: number): Finding[] {
  const late = sweeps.filter((sweep) => sweep.isLate(at));
  const onTime = sweeps.filter((sweep) => !sweep.isLate(at)).map(lastTime);
  if (onTime.length === 0) return late.map(lateFinding);
  const list = (language: keyof Words): string => onTime.map((time) => time[language]).join('; ');
  const symptom = words(`Việc định kỳ, lần cuối xong: ${list('vi')}.`, `Regular work, last done: ${list('en')}.`);
  return [...late.map(lateFinding), good('sweeps', symptom)];
}

function lastTime({ name, lastDoneAt }: Rounds): Words {
  const time = lastDoneAt === undefined ? undefined : hanoiIso(lastDoneAt).slice(11, 19);
  return words(`${name.vi} ${time ?? '(chưa tới lần đầu)'}`, `${name.en} ${time ?? '(not due yet)'}`);
}

function lateFinding({ name, lastDoneAt }: Rounds): Finding {
  const time = lastDoneAt === undefined ? undefined : hanoiIso(lastDoneAt);
  return {
    ...{ part: 'sweeps', state: 'poor' },
    symptom: words(
      `Quá hạn: ${name.vi}, lần cuối xong: ${time ?? 'chưa lần nào'}.`,
      `Overdue: ${name.en}, last done: ${time ?? 'never'}.`,
    ),
    cause: words(
      'Cơ sở dữ liệu hoặc RabbitMQ không trả lời, hoặc lượt trước chưa xong.',
      'The database or RabbitMQ does not answer, or the round before is not over.',
    ),
    remedy: words(
      'Nhật ký của trục nói vì sao. Chữa phần ấy, lượt sau tự chạy; nếu mọi phần khác đều tốt, khởi động lại trục.',
      'The hub’s log says why. Mend that part and the next round runs by itself; if all other parts are well, restart the hub.',
    ),
  };
}
