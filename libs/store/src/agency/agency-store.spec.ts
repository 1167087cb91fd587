import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgencyStore } from './agency-store.js';
import { type Answer, type ArrivedDocument, type ArrivedStatus, type InboxBatch } from './inbox-batch.js';
import { type NewOutgoingDocument } from './outgoing-documents.js';
import { type NewStatusReport } from './status-reports.js';

const H53 = 'H53';

describe('The store of an agency', () => {
  let folder: string;
  let store: AgencyStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'agency-store-'));
    store = await AgencyStore.open(join(folder, 'agency.sqlite'));
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function reopen(): Promise<void> {
    await store.close();
    store = await AgencyStore.open(join(folder, 'agency.sqlite'));
  }

  async function handIn(key: string, over: Partial<NewOutgoingDocument> = {}, requestDigest = 'd'): Promise<string> {
    const { outcome } = await store.outgoing.handIn({ key, requestDigest, at: 1 }, () =>
      Promise.resolve(outgoing(over)),
    );
    return outcome;
  }

  it('keeps a document handed in, once per key, and tells a repeat from another request', async () => {
    expect(await handIn('a')).toBe('kept');
    expect(await handIn('a')).toBe('repeated');
    expect(await handIn('a', {}, 'other')).toBe('key-taken');
    expect(await store.outgoing.page(undefined, 10)).toHaveLength(1);
  });

  it('sends urgent documents first, and after a restart what was not sent', async () => {
    await handIn('slow');
    await handIn('fast', { urgent: true });
    await reopen();
    const due = await store.outgoing.due(10, 'in-store');
    expect(due.map(({ key }) => key)).toEqual(['fast', 'slow']);
    expect(due[0]?.body?.toString()).toBe('<edXML/>');
  });

  it('sends again what nobody answered, and never what was answered', async () => {
    await handIn('a');
    await handIn('b');
    await store.outgoing.markSubmitted([1, 2], 100);
    await take({ answers: [answer('a')] });
    expect(await store.outgoing.queueAgain({ at: 100, afterMs: 0 })).toBe(1);
    expect((await store.outgoing.due(10, 'in-store')).map(({ key }) => key)).toEqual(['b']);
  });

  it('lets an answer that came before the confirm stand', async () => {
    await handIn('a');
    await take({ answers: [answer('a')] });
    await store.outgoing.markSubmitted([1], 100);
    expect((await store.outgoing.page(undefined, 1))[0]?.state).toBe('accepted');
  });

  it('keeps the reasons of a refusal and the result of each recipient', async () => {
    await handIn('a', { recipients: [H53, 'H99'] });
    const failed = { code: 'H99', outcome: 'failed', error: 'RECIPIENT_UNKNOWN' };
    await take({ answers: [{ ...answer('a'), recipients: [{ code: H53, outcome: 'accepted' }, failed] }] });
    const recipients = await store.outgoing.recipientsOf(1);
    expect(recipients.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['accepted', null],
      ['failed', 'RECIPIENT_UNKNOWN'],
    ]);
  });

  it('gives numbers per agency, year and notation, durably and without gaps', async () => {
    const take = (key: string, agency: string, year: number): Promise<number> =>
      number(key, { agency, year, notation: 'QĐ-UBND' });
    expect([await take('1', H53, 2020), await take('2', H53, 2020), await take('3', H53, 2021)]).toEqual([1, 2, 1]);
    await expect(
      store.outgoing.handIn({ key: '4', requestDigest: '', at: 1 }, async (numbers) => {
        await numbers.take({ agency: H53, year: 2020, notation: 'QĐ-UBND' });
        throw new Error('The document cannot be written.');
      }),
    ).rejects.toThrow('cannot be written');
    await reopen();
    expect(await take('5', H53, 2020)).toBe(3);
  });

  it('goes on after a number somebody gave by hand', async () => {
    const series = { agency: H53, year: 2020, notation: 'CV' };
    await store.outgoing.handIn({ key: 'hand', requestDigest: '', at: 1 }, async (numbers) => {
      await numbers.note(series, 40);
      return outgoing();
    });
    expect(await number('next', series)).toBe(41);
  });

  it('stores a document received twice once, and owes its receipt again', async () => {
    expect(await take({ documents: [arrived('d1', [H53, 'H53.31'])] })).toEqual({ newDocuments: 1 });
    const owed = await store.inbox.owedReceipts(10);
    expect(owed.map(({ recipient }) => recipient)).toEqual([H53, 'H53.31']);
    await store.inbox.markReceipted(
      owed.map(({ id }) => id),
      5,
    );
    expect(await store.inbox.owedReceipts(10)).toEqual([]);
    expect(await take({ documents: [arrived('d1', [H53]), arrived('d1', [H53])] })).toEqual({ newDocuments: 0 });
    expect(await store.incoming.deliveriesOf([1])).toHaveLength(2);
    expect((await store.inbox.owedReceipts(10)).map(({ recipient }) => recipient)).toEqual([H53]);
    expect((await store.incoming.bodyOf(1))?.toString()).toBe('body of d1');
  });

  it('takes a status once and lets a later one imply the earlier ones', async () => {
    await handIn('a');
    await take({ answers: [answer('a', 'd1')] });
    await take({ statuses: [status('d1', '04'), status('d1', '03'), status('d1', '04')] });
    expect((await store.outgoing.recipientsOf(1))[0]?.status).toBe('04');
    expect(await store.reports.historyOf('d1')).toHaveLength(2);
  });

  it('applies a status that overtook the answer as soon as the answer comes', async () => {
    await handIn('a');
    await take({ statuses: [status('d1', '03')] });
    await take({ answers: [answer('a', 'd1')] });
    expect((await store.outgoing.recipientsOf(1))[0]?.status).toBe('03');
  });

  it('lays a delivery aside when its sender asks for it back', async () => {
    await take({ documents: [arrived('d1', [H53])], plan: () => ({ step: '03', dueAt: 10 }) });
    await take({ statuses: [status('d1', '13')] });
    expect(await store.incoming.dueSteps(100, 10)).toEqual([]);
    expect((await store.incoming.deliveriesOf([1]))[0]?.withdrawal).toBe('asked');
  });

  it('keeps the steps of the office across a restart and takes each once', async () => {
    await take({ documents: [arrived('d1', [H53])], plan: () => ({ step: '03', dueAt: 10 }) });
    await reopen();
    expect(await store.incoming.dueSteps(9, 10)).toEqual([]);
    const [due] = await store.incoming.dueSteps(10, 10);
    const step = {
      deliveryId: due!.deliveryId,
      step: '03',
      report: report('r1', '03'),
      next: { step: '04', dueAt: 20 },
    };
    await store.reports.ofOffice([step]);
    await store.reports.ofOffice([{ ...step, report: report('r2', '03') }]);
    expect((await store.reports.due(10)).map(({ key }) => key)).toEqual(['r1']);
    expect(await store.incoming.nextStepAt()).toBe(20);
  });

  it('leaves a delivery to people once a person has reported', async () => {
    await take({ documents: [arrived('d1', [H53])], plan: () => ({ step: '03', dueAt: 10 }) });
    await store.reports.ofDelivery(1, report('r1', '02'));
    expect(await store.incoming.nextStepAt()).toBeUndefined();
    expect((await store.incoming.deliveriesOf([1]))[0]?.status).toBe('02');
  });

  it('drops the bytes of a report once it is accepted', async () => {
    await store.reports.ofDelivery(1, report('r1', '03'));
    await store.reports.markSubmitted([1], 5);
    await take({ answers: [{ ...answer('r1'), kind: 'status' }] });
    expect(await store.reports.queueAgain({ at: 1_000, afterMs: 0 })).toBe(0);
    expect((await store.reports.about('d1'))[0]?.state).toBe('accepted');
  });

  it('counts what it holds', async () => {
    await handIn('a', { recipients: [H53, 'G14'] });
    await take({ documents: [arrived('d1', [H53])] });
    const figures = await store.figures.all();
    expect(figures).toMatchObject({
      outgoing: { documents: 1, byState: { queued: 1 }, recipientsByStatus: { '': 2 } },
      incoming: { documents: 1, deliveries: 1, byStatus: { '01': 1 } },
      owedReceipts: 1,
    });
  });

  it('closes twice without harm', async () => {
    await store.close();
    await store.close();
  });

  function take(batch: Partial<InboxBatch>): Promise<{ newDocuments: number }> {
    return store.inbox.take({ at: 1, documents: [], statuses: [], answers: [], plan: () => undefined, ...batch });
  }

  async function number(key: string, series: { agency: string; year: number; notation: string }): Promise<number> {
    let given = 0;
    await store.outgoing.handIn({ key, requestDigest: '', at: 1 }, async (numbers) => {
      given = await numbers.take(series);
      return outgoing();
    });
    return given;
  }
});

function outgoing(over: Partial<NewOutgoingDocument> = {}): NewOutgoingDocument {
  return {
    ...{
      identity: 'G22.2020.01/VPCP',
      identityKey: 'G22|2020|1|VPCP',
      wireId: 'G22,2020/02/04,01/VPCP',
      sender: 'G22',
    },
    ...{
      number: '01',
      notation: 'VPCP',
      promulgatedOn: '2020-02-04',
      typeName: 'Công văn',
      subject: 'V/v',
      priority: 0,
    },
    ...{ urgent: false, recipients: [H53], body: Buffer.from('<edXML/>'), bodyDigest: 'b', bodySize: 8 },
    ...over,
  };
}

function answer(key: string, documentId = 'd0'): Answer {
  return {
    key,
    kind: 'edoc',
    accepted: true,
    documentId,
    code: undefined,
    detail: undefined,
    problems: undefined,
    recipients: [],
  };
}

function arrived(documentId: string, recipients: string[]): ArrivedDocument {
  const body = Buffer.from(`body of ${documentId}`);
  return {
    ...{
      documentId,
      identity: documentId,
      identityKey: documentId,
      acceptedAt: '2020-02-04T09:30:00+07:00',
      urgent: false,
    },
    ...{ recipients, body, bodyDigest: undefined, bodySize: body.length },
  };
}

function status(documentId: string, code: string): ArrivedStatus {
  return { documentId, recipient: H53, code, description: '', staff: '', at: '2020/02/04 10:05:00' };
}

function report(key: string, code: string): NewStatusReport {
  return { key, documentId: 'd1', recipient: H53, code, reason: '', body: Buffer.from('<edXML/>'), at: 1 };
}
