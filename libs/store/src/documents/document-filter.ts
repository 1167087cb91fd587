import { type Condition } from './condition.js';
import { type DocumentQuery } from './document-record.js';
import { likeAnywhere } from './like.js';
import { atStatus, inState } from './standing-of.js';
import { wordPatterns } from './subject-search.js';

/** Where documents are looked for, and the conditions that narrow them. `order` is the column of their id, by which they are listed. */
export interface DocumentFilter {
  readonly tables: string;
  readonly conditions: readonly string[];
  readonly parameters: readonly unknown[];
  readonly order: string;
}

type Filters = Readonly<Partial<Record<keyof DocumentQuery, string>>>;

/** Of the document itself; a search for words has these columns at hand. */
const OF_EITHER: Filters = {
  cursor: '{id} < ?',
  from: '{t}.accepted_at >= ?',
  to: '{t}.accepted_at < ?',
  sender: '{t}.sender = ?',
};

const OF_DOCUMENT: Filters = {
  identity: "d.identity_key LIKE ? ESCAPE '\\'",
  system: 'd.system = ?',
  type: 'd.type_name = ?',
  urgent: 'd.urgent = ?',
};

/** Filters that no index answers, so that every document may have to be looked at: by its subject's row, which is a tenth of its own. */
const LOOKING_AT_ALL = ['words', 'recipient', 'state', 'status', 'from', 'to'] as const;

/**
 * Every filter of a query, the cheapest first. A search begins with the subjects, read from the newest on, and looks a document's own row up only
 * where they match; but what an agency sent, when nothing is searched for, is found by its index. (A cross join keeps the order on SQLite;
 * PostgreSQL decides by its statistics.)
 */
export function filterOf(query: DocumentQuery): DocumentFilter {
  const isSearch =
    query.words !== undefined ||
    (query.sender === undefined && LOOKING_AT_ALL.some((name) => query[name] !== undefined));
  const [table, order] = isSearch ? ['s', 's.document_id'] : ['d', 'd.id'];
  const all = [
    ...given(query, OF_EITHER).map((each) => ({
      ...each,
      text: each.text.replace('{t}', table).replace('{id}', order),
    })),
    ...searched(query.words),
    ...deliveries(query, order),
    ...(isSearch ? [{ text: 'd.id = s.document_id', parameters: [] }] : []),
    ...given(query, OF_DOCUMENT),
    ...(query.visibleTo === undefined ? [] : [visibleTo(query.visibleTo)]),
  ];
  return {
    tables: isSearch ? 'document_subjects s CROSS JOIN documents d' : 'documents d',
    conditions: ['1 = 1', ...all.map(({ text }) => text)],
    parameters: all.flatMap(({ parameters }) => parameters),
    order,
  };
}

function given(query: DocumentQuery, filters: Filters): Condition[] {
  return Object.entries(filters).flatMap(([name, text]) => {
    const value = query[name as keyof DocumentQuery];
    if (value === undefined) return [];
    return [
      { text, parameters: [name === 'identity' ? likeAnywhere(String(value).normalize('NFC').toUpperCase()) : value] },
    ];
  });
}

/**
 * Subjects with all the words. Only the first, the rarest, is told as PostgreSQL reads it: it takes words for independent, expects a hundred times
 * less than there is of several that go together, and would look at all and sort them instead of reading from the newest on.
 */
function searched(words: string | undefined): Condition[] {
  if (words === undefined) return [];
  const patterns = wordPatterns(words);
  if (patterns.length === 0) return [{ text: '1 = 0', parameters: [] }];
  return patterns.map((pattern, place) => ({
    text: place === 0 ? 's.words LIKE ?' : 'CASE WHEN s.words LIKE ? THEN 1 ELSE 0 END <> 0',
    parameters: [pattern],
  }));
}

/**
 * Of one delivery: what is asked for together is asked of the same one. A system sees of what others sent only the deliveries that are its own,
 * so it finds nothing by those of others either.
 */
function deliveries({ recipient, state, status, visibleTo: system }: DocumentQuery, id: string): Condition[] {
  const wanted = [
    ...(recipient === undefined ? [] : [{ text: 'e.recipient = ?', parameters: [recipient] }]),
    ...(state === undefined ? [] : [inState(state)]),
    ...(status === undefined ? [] : [atStatus(status)]),
  ];
  if (wanted.length === 0) return [];
  const own = system === undefined ? [] : [{ text: '(d.system = ? OR e.system = ?)', parameters: [system, system] }];
  // What waits is few, and read at once from its index; what waits for one system only is found with that system's documents.
  return [state === 'waiting' && system === undefined ? oneOf(wanted, id) : anyDelivery([...wanted, ...own], id)];
}

function visibleTo(system: string): Condition {
  const received = anyDelivery([{ text: 'e.system = ?', parameters: [system] }], 'd.id');
  return { text: `(d.system = ? OR ${received.text})`, parameters: [system, ...received.parameters] };
}

function anyDelivery(conditions: readonly Condition[], id: string): Condition {
  const { text, parameters } = allOf(conditions);
  return { text: `EXISTS (SELECT 1 FROM deliveries e WHERE e.document_id = ${id} AND ${text})`, parameters };
}

function oneOf(conditions: readonly Condition[], id: string): Condition {
  const { text, parameters } = allOf(conditions);
  return { text: `${id} IN (SELECT e.document_id FROM deliveries e WHERE ${text})`, parameters };
}

function allOf(conditions: readonly Condition[]): Condition {
  return {
    text: conditions.map(({ text }) => text).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
