/** A part of a WHERE and the parameters of its question marks. */
export interface Condition {
  readonly text: string;
  readonly parameters: readonly unknown[];
}
