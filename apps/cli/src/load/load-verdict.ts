import { dots, type Words, words } from '#core';
import { type LoadResult } from '#wire';

/** What was lost, doubled, refused or counted otherwise, or that nothing was. */
export function verdictOf(result: LoadResult): Words[] {
  const { counted, hub } = result;
  const lines = faults(result);
  if (counted.redelivered > 0) {
    const count = dots(counted.redelivered);
    lines.push(
      words(
        `${count} bản đã có được phát lại sau sự cố; hệ thống nhận biết và bỏ qua.`,
        `${count} copies came once more after an outage; the systems knew them.`,
      ),
    );
  }
  if (!result.isWhole) return lines;
  const [sent, received] = [dots(hub.grown.sent), dots(hub.grown.received)];
  return [
    ...lines,
    words(
      `✓ Không mất, không trùng: sổ của trục tăng đúng ${sent} văn bản gửi và ${received} văn bản nhận.`,
      `✓ Nothing lost, nothing doubled: the hub counted exactly ${sent} documents sent and ${received} received.`,
    ),
  ];
}

interface Fault {
  readonly count: number;
  readonly words: Words;
  readonly examples?: readonly string[];
}

function faults(result: LoadResult): Words[] {
  const all = [...faultsOfDocuments(result), ...faultsOfDeliveries(result), ...faultsOfCounting(result)];
  return all
    .filter(({ count }) => count > 0)
    .map(({ words: { vi, en }, examples = [] }) => {
      const below = examples.map((example) => `\n    ${example}`).join('');
      return words(`✗ ${vi}.${below}`, `✗ ${en}.${below}`);
    });
}

function faultsOfDocuments({ counted }: LoadResult): Fault[] {
  const { refused, unanswered, firstRefusal } = counted;
  const reason = firstRefusal === undefined ? '' : ` (${firstRefusal})`;
  const [no, silent] = [dots(refused), dots(unanswered)];
  return [
    {
      count: refused,
      words: words(`${no} văn bản không được nhận${reason}`, `${no} documents were not taken${reason}`),
    },
    {
      count: unanswered,
      words: words(`${silent} văn bản không có trả lời`, `${silent} documents were never answered`),
    },
  ];
}

function faultsOfDeliveries({ counted, examples }: LoadResult): Fault[] {
  const { lost, doubled, statusesLost, misdirected } = counted;
  const [gone, twice, silent, astray] = [lost, doubled, statusesLost, misdirected].map(dots);
  return [
    { count: lost, words: words(`MẤT ${gone} bản gửi`, `LOST ${gone} deliveries`), examples: examples.lost },
    {
      count: doubled,
      words: words(`TRÙNG ${twice} bản gửi`, `DOUBLED ${twice} deliveries`),
      examples: examples.doubled,
    },
    { count: statusesLost, words: words(`${silent} trạng thái 01 không về`, `${silent} statuses 01 never came back`) },
    { count: misdirected, words: words(`${astray} bản gửi nhầm nơi`, `${astray} deliveries to the wrong agency`) },
  ];
}

function faultsOfCounting({ hub }: LoadResult): Fault[] {
  const { expected, grown, ledgerAddsUp } = hub;
  const [sent, received] = [dots(grown.sent), dots(grown.received)];
  const [wantedSent, wantedReceived] = [dots(expected.sent), dots(expected.received)];
  const differs = expected.sent !== grown.sent || expected.received !== grown.received;
  return [
    {
      count: differs ? 1 : 0,
      words: words(
        `Sổ của trục tăng ${sent} gửi, ${received} nhận thay vì ${wantedSent} và ${wantedReceived}`,
        `The hub counted ${sent} sent, ${received} received instead of ${wantedSent} and ${wantedReceived}`,
      ),
    },
    { count: ledgerAddsUp ? 0 : 1, words: words('Sổ cái không khớp', 'The ledger does not add up') },
  ];
}
