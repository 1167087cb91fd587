import { type DocumentQuery } from './document-record.js';
import { likeAnywhere } from './like.js';

/** Each filter of a query as SQL over table `d` and its parameters. */
const FILTERS: Readonly<Partial<Record<keyof DocumentQuery, string>>> = {
  cursor: 'd.id < ?',
  identity: "d.identity_key LIKE ? ESCAPE '\\'",
  sender: 'd.sender = ?',
  system: 'd.system = ?',
  from: 'd.accepted_at >= ?',
  to: 'd.accepted_at < ?',
  type: 'd.type_name = ?',
  urgent: 'd.urgent = ?',
  recipient: anyDelivery('e.recipient = ?'),
  state: anyDelivery('e.state = ?'),
  visibleTo: `(d.system = ? OR ${anyDelivery('e.system = ?')})`,
};

export function filterOf(query: DocumentQuery): { conditions: string[]; parameters: unknown[] } {
  const conditions = ['1 = 1'];
  const parameters: unknown[] = [];
  for (const [name, condition] of Object.entries(FILTERS)) {
    const value = query[name as keyof DocumentQuery];
    if (value === undefined) continue;
    conditions.push(condition);
    parameters.push(...parametersOf(name, value, condition));
  }
  return { conditions, parameters };
}

function parametersOf(name: string, value: unknown, condition: string): unknown[] {
  const parameter = name === 'identity' ? likeAnywhere(String(value).normalize('NFC').toUpperCase()) : value;
  return Array.from(condition.matchAll(/\?/g), () => parameter);
}

function anyDelivery(condition: string): string {
  return `EXISTS (SELECT 1 FROM deliveries e WHERE e.document_id = d.id AND ${condition})`;
}
