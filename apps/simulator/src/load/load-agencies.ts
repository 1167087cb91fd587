/** The agency that sends a load, and those that receive it: test codes (letter W), which no real agency has and reports count apart, as tier `outside`. */
export const SENDER_CODE = '000.00.00.W90';

/** Systems that receive, at most; agencies beyond share them. */
const MOST_SYSTEMS = 8;

/** A system of a run: its name, the agencies it speaks for, and whether it wants arrivals. */
export interface LoadSystem {
  readonly name: string;
  readonly codes: readonly string[];
  readonly arrivals: boolean;
}

/** An agency as the directory is to know it. */
export interface LoadAgency {
  readonly code: string;
  readonly name: string;
}

/** The code of the receiving agency with that number, from 0. */
export function receiverCode(agency: number): string {
  return `000.00.${String(agency + 1).padStart(2, '0')}.W91`;
}

/** The number of a receiving agency by its code; undefined for any other. */
export function receiverNumber(code: string): number | undefined {
  const [, number] = /^000\.00\.(\d{2})\.W91$/.exec(code) ?? [];
  return number === undefined ? undefined : Number(number) - 1;
}

/** Every agency of a run with so many receiving ones, the sender first. */
export function loadAgencies(receiving: number): LoadAgency[] {
  const receivers = Array.from({ length: receiving }, (_, agency) => ({
    code: receiverCode(agency),
    name: `Đơn vị nhận thử tải ${String(agency + 1).padStart(2, '0')}`,
  }));
  return [{ code: SENDER_CODE, name: 'Đơn vị gửi thử tải' }, ...receivers];
}

/** The system that sends; names begin with `prefix`, so that what an ended run left behind is known by it. */
export function sendingSystem(prefix: string): LoadSystem {
  return { name: `${prefix}-gui`, codes: [SENDER_CODE], arrivals: true };
}

/** The systems that receive for so many agencies. */
export function receivingSystems(prefix: string, agencies: number): LoadSystem[] {
  const count = Math.min(MOST_SYSTEMS, agencies);
  return Array.from({ length: count }, (_, system) => ({
    name: `${prefix}-nhan-${system + 1}`,
    codes: Array.from({ length: agencies }, (__, agency) => agency)
      .filter((agency) => agency % count === system)
      .map(receiverCode),
    arrivals: false,
  }));
}

/** Whether a system's name is one of a run with this prefix. */
export function isOfLoad(name: string, prefix: string): boolean {
  return name === `${prefix}-gui` || (name.startsWith(`${prefix}-nhan-`) && /-\d+$/.test(name));
}
