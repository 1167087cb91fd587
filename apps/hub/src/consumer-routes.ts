import { type BatchLimits, type BatchRoute, DEAD_QUEUE, SUBMISSION_QUEUES } from '#broker';
import { type HubConfig } from '#config';

const MIB = 1024 * 1024;

/** Which queue each consumer of the hub is fed from, and how its batches are cut. */
export function consumerRoutes({ batch }: HubConfig): Record<string, BatchRoute> {
  const limits: BatchLimits = { ...batch, bytes: 16 * MIB, inFlight: 3 };
  return {
    'edoc.urgent': { queue: SUBMISSION_QUEUES['edoc.urgent'], limits },
    edoc: { queue: SUBMISSION_QUEUES.edoc, limits },
    status: { queue: SUBMISSION_QUEUES.status, limits },
    receipt: { queue: SUBMISSION_QUEUES.receipt, limits },
    dead: { queue: DEAD_QUEUE, limits: { ...limits, size: 32, inFlight: 1 } },
  };
}
