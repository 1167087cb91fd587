import { type NewRefusal } from '../exchange/new-document.js';

export interface RefusalRecord extends NewRefusal {
  /** Epoch milliseconds. */
  readonly at: number;
  /** yyyy-MM-dd. */
  readonly day: string;
}
