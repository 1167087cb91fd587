import { DEAD_QUEUE, type QueueState, SUBMISSION_QUEUES } from '#broker';
import { words } from '#core';
import { type Finding, good } from './finding.js';

/** Some seconds of the hub's work; what is more has piled up. */
const MANY_SUBMITTED = 5_000;
/** The hub moves dead letters into the store as they come. */
const MANY_DEAD = 100;

/** The hub's own queues. */
export const EXAMINED_QUEUES: readonly string[] = [...Object.values(SUBMISSION_QUEUES), DEAD_QUEUE];

/** What the depths of the hub's queues mean, by name; undefined is a queue that is not there. */
export function queueFindings(queues: ReadonlyMap<string, QueueState | undefined>): Finding[] {
  const all = [...queues];
  const unserved = all.filter(([, state]) => (state?.consumers ?? 0) === 0);
  const piledUp = all.filter(
    ([name, state]) => (state?.ready ?? 0) > (name === DEAD_QUEUE ? MANY_DEAD : MANY_SUBMITTED),
  );
  const submitted = piledUp.filter(([name]) => name !== DEAD_QUEUE);
  const dead = piledUp.filter(([name]) => name === DEAD_QUEUE);
  const findings = [
    ...(unserved.length === 0 ? [] : [unservedFinding(unserved.map(([name]) => name).join(', '))]),
    ...(submitted.length === 0 ? [] : [submittedFinding(depths(submitted))]),
    ...(dead.length === 0 ? [] : [deadFinding(depths(dead))]),
  ];
  if (findings.length > 0) return findings;
  return [
    good('queues', words(`Thông điệp đang chờ trục: ${depths(all)}.`, `Messages waiting for the hub: ${depths(all)}.`)),
  ];
}

function depths(queues: readonly [string, QueueState | undefined][]): string {
  return queues.map(([name, state]) => `${name} ${state?.ready ?? 0}`).join(', ');
}

function unservedFinding(names: string): Finding {
  return {
    ...{ part: 'queues', state: 'bad' },
    symptom: words(`Không trục nào nghe hàng đợi: ${names}.`, `No hub listens at these queues: ${names}.`),
    cause: words(
      'Trục chưa nối xong với RabbitMQ, hoặc hàng đợi bị xóa.',
      'The hub has not connected to RabbitMQ completely, or the queue was deleted.',
    ),
    remedy: words(
      'Khám lại sau nửa phút; nếu vẫn vậy, khởi động lại trục: nó tạo lại hàng đợi bị thiếu.',
      'Examine again after half a minute; if it is still so, restart the hub: it makes queues again that are missing.',
    ),
  };
}

function submittedFinding(waiting: string): Finding {
  return {
    ...{ part: 'queues', state: 'poor' },
    symptom: words(`Thông điệp dồn lại chờ trục: ${waiting}.`, `Messages pile up in front of the hub: ${waiting}.`),
    cause: words(
      'Các hệ thống gửi nhanh hơn trục xử lý, hoặc trục đang chờ cơ sở dữ liệu. Không mất gì: chúng nằm trên đĩa của RabbitMQ, chỉ đến muộn.',
      'Systems submit faster than the hub works, or the hub waits for its database. Nothing is lost: they lie on RabbitMQ’s disk and arrive late.',
    ),
    remedy: words(
      'Khám lại sau một phút. Nếu số ấy không giảm: xem cơ sở dữ liệu và đĩa có chậm không, thêm một trục (PostgreSQL), hoặc khóa tạm hệ thống gửi quá nhiều.',
      'Examine again after a minute. If it does not fall: see whether database or disk are slow, add a hub (PostgreSQL), or lock the system that sends too much for a while.',
    ),
  };
}

function deadFinding(waiting: string): Finding {
  return {
    ...{ part: 'queues', state: 'poor' },
    symptom: words(`Thư chết chưa được ghi vào kho: ${waiting}.`, `Dead letters not yet in the store: ${waiting}.`),
    cause: words(
      'Nhiều thông điệp hỏng cùng lúc, hoặc trục không ghi được vào cơ sở dữ liệu.',
      'Many messages died at once, or the hub cannot write to its database.',
    ),
    remedy: words(
      'Xem cơ sở dữ liệu; trục tự ghi tiếp khi ghi được, rồi xem ./truc dlq list.',
      'Look at the database; the hub goes on by itself as soon as it can write. Then see ./truc dlq list.',
    ),
  };
}
