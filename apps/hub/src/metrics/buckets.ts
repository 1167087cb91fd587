/** From acceptance to arrival, and from a document in hand to accepted: mostly tens of milliseconds; a system that is away makes it hours. */
export const ARRIVAL_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600, 3_600, 86_400];
export const ACCEPTANCE_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Up to the most that is accepted at once. */
export const BATCH_DOCUMENTS = [1, 2, 4, 8, 16, 32, 64, 128, 192, 256];
export const TRANSACTION_SECONDS = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
