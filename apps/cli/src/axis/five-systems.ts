/** A system that an axis of this machine runs: its name, and the agencies it speaks for. */
export interface LocalSystem {
  readonly name: string;
  readonly codes: readonly string[];
}

/**
 * One of each tier: the Government Office, a ministry, a province that fronts all its departments, and a district and a commune of that
 * province that have systems of their own.
 */
export const FIVE_SYSTEMS: readonly LocalSystem[] = [
  { name: 'g22', codes: ['000.00.00.G22'] },
  { name: 'g14', codes: ['000.00.00.G14'] },
  { name: 'h53', codes: ['000.00.00.H53'] },
  { name: 'ben-cau', codes: ['000.00.31.H53'] },
  { name: 'an-thanh', codes: ['000.21.31.H53'] },
];
