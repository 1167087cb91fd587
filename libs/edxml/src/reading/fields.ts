import { type Day, type Problem, type ProblemClass, parseWireDate, parseWireTimestamp } from '#core';
import { type Element, childOf, childrenOf } from './element.js';

const LONGEST_QUOTE = 80;
const UNLIMITED = Number.POSITIVE_INFINITY;

/** Whether a field has to be there: `filled` with a text, only `present` (it may be empty), or not at all. */
export type Need = 'filled' | 'present' | 'optional';

/**
 * Reads the fields of one element by name and notes every fault on the way, so that all are reported at once. A faulty field reads as empty, or as undefined:
 * what is read counts only if no problem was noted. An element that is not there has no fields, and none of them is missed.
 */
export class Fields {
  constructor(
    private readonly element: Element | undefined,
    private readonly path: string,
    private readonly problems: Problem[],
  ) {}

  /** Whether the element is there at all. */
  get isThere(): boolean {
    return this.element !== undefined;
  }

  /** The fields of a child, of which there may be one. */
  child(name: string, need: 'needed' | 'optional' = 'optional'): Fields {
    const [first, second] = childrenOf(this.element, name);
    if (!first && need === 'needed') this.note('N', name, { message: `Thiếu ${name}.` });
    if (second) this.note('R', name, { message: `${name} chỉ được có một.` }, second);
    return new Fields(first, this.pathOf(name), this.problems);
  }

  /** The fields of every child of that name, in order. */
  each(name: string): Fields[] {
    return childrenOf(this.element, name).map((child) => new Fields(child, this.pathOf(name), this.problems));
  }

  /** The text of a field that has to be there; empty if it is not. `longest` counts characters. */
  text(name: string, longest = UNLIMITED, need: Need = 'filled'): string {
    const field = childOf(this.element, name);
    const value = field?.text.trim() ?? '';
    if (need === 'filled' ? value === '' : need === 'present' && !field) {
      this.note('N', name, { message: `Thiếu ${name}.` });
    }
    this.checkLength(name, value, longest, field);
    return value;
  }

  /** The text of a field that may be missing; undefined if it is missing or empty. */
  optional(name: string, longest = UNLIMITED): string | undefined {
    return this.text(name, longest, 'optional') || undefined;
  }

  /** The texts of every child of that name, empty ones left out. */
  texts(name: string, longest = UNLIMITED): string[] {
    return childrenOf(this.element, name).flatMap((field) => {
      const value = field.text.trim();
      this.checkLength(name, value, longest, field);
      return value === '' ? [] : [value];
    });
  }

  /** A whole number; undefined if the field is missing, empty or faulty. */
  integer(name: string, need: Need = 'optional'): number | undefined {
    const value = this.text(name, UNLIMITED, need);
    if (value === '') return undefined;
    if (/^[+-]?\d{1,9}$/.test(value)) return Number(value);
    this.note('T', name, { message: `${name} phải là số nguyên.`, value });
    return undefined;
  }

  /** A whole number up to `largest`, as a count is. */
  count(name: string, largest: number): number | undefined {
    const value = this.integer(name);
    if (value === undefined || (value >= 0 && value <= largest)) return value;
    this.note('R', name, { message: `${name} phải từ 0 đến ${largest}.`, value: String(value) });
    return undefined;
  }

  /** A whole number out of a list, from 0 to `last`. */
  choice(name: string, last: number, need: Need = 'optional'): number | undefined {
    const value = this.integer(name, need);
    if (value === undefined || (value >= 0 && value <= last)) return value;
    this.note('M', name, { message: `${name} phải là một trong các giá trị 0 đến ${last}.`, value: String(value) });
    return undefined;
  }

  /** A day that exists; undefined if the field is missing, empty or faulty. With `lastDay`, a later one is out of range. */
  day(name: string, need: Need = 'optional', lastDay?: Day): Day | undefined {
    const value = this.text(name, UNLIMITED, need);
    if (value === '') return undefined;
    const day = parseWireDate(value);
    if (day === undefined) this.note('T', name, { message: `${name} phải là ngày có thật, viết yyyy/MM/dd.`, value });
    else if (lastDay !== undefined && day > lastDay) this.note('R', name, { message: `${name} ở tương lai.`, value });
    return day;
  }

  /** A moment, as written. */
  timestamp(name: string): string {
    const value = this.text(name);
    if (value !== '' && parseWireTimestamp(value) === undefined) {
      this.note('T', name, { message: `${name} phải là thời điểm có thật, viết yyyy/MM/dd HH:mm:ss.`, value });
    }
    return value;
  }

  private checkLength(name: string, value: string, longest: number, field: Element | undefined): void {
    if (value.length <= longest) return;
    const length = value.normalize('NFC').length;
    if (length <= longest) return;
    this.note('R', name, { message: `${name} dài ${length} ký tự, tối đa ${longest}.`, value }, field);
  }

  /** Notes a fault of a field of this element; its place is that of the field, or of the element when there is no such field. */
  note(kind: ProblemClass, name: string, fault: Fault, field = childOf(this.element, name)): void {
    const place = field ?? this.element;
    if (!place) return;
    const path = `${kind}.${this.pathOf(name)}`;
    const at = `${place.line}:${place.column}`;
    this.problems.push({ class: kind, path, at, ...quoted(fault.value), message: fault.message });
  }

  private pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

/** What is wrong with a field, in Vietnamese, and the value that is. */
interface Fault {
  readonly message: string;
  readonly value?: string;
}

function quoted(value: string | undefined): { value?: string } {
  if (value === undefined) return {};
  return { value: value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value };
}
