import { type Problem } from '#core';
import { readEnvelope } from '../index.js';
import { altered, refusalOf, sample } from '../../testing/sample.js';

const NEW = sample('new');
const STATUS = sample('status-03');

/** The text without the first element of that name, whatever it holds. */
const without = (text: string, name: string): string =>
  altered(text, new RegExp(` *<edXML:${name}>[\\s\\S]*?</edXML:${name}>\\n`), '');
/** The text with other content in the first element of that name. */
const filled = (text: string, name: string, content: string): string =>
  altered(text, new RegExp(`<edXML:${name}>[\\s\\S]*?</edXML:${name}>`), `<edXML:${name}>${content}</edXML:${name}>`);

function problemsOf(text: string, today?: string): readonly Problem[] {
  const error = refusalOf(() => readEnvelope(Buffer.from(text), { today }));
  expect(error.code).toBe('EDXML_INVALID');
  return error.problems ?? [];
}

const pathsOf = (text: string, today?: string): string[] => problemsOf(text, today).map(({ path }) => path);

describe('A document is refused for what is missing', () => {
  it.each([
    ['MessageHeader', ['N.MessageHeader']],
    ['From', ['N.MessageHeader.From']],
    ['DocumentId', ['N.MessageHeader.DocumentId']],
    ['Code', ['N.MessageHeader.Code']],
    ['CodeNumber', ['N.MessageHeader.Code.CodeNumber']],
    ['CodeNotation', ['N.MessageHeader.Code.CodeNotation']],
    ['PromulgationInfo', ['N.MessageHeader.PromulgationInfo']],
    ['PromulgationDate', ['N.MessageHeader.PromulgationInfo.PromulgationDate']],
    ['DocumentType', ['N.MessageHeader.DocumentType']],
    ['Type', ['N.MessageHeader.DocumentType.Type']],
    ['TypeName', ['N.MessageHeader.DocumentType.TypeName']],
    ['Subject', ['N.MessageHeader.Subject']],
    ['SignerInfo', ['N.MessageHeader.SignerInfo']],
    ['Competence', ['N.MessageHeader.SignerInfo.Competence']],
    ['Position', ['N.MessageHeader.SignerInfo.Position']],
    ['FullName', ['N.MessageHeader.SignerInfo.FullName']],
    ['OrganId', ['N.MessageHeader.From.OrganId']],
    ['TraceHeaderList', ['N.TraceHeaderList']],
    ['TraceHeader', ['N.TraceHeaderList.TraceHeader']],
    ['Timestamp', ['N.TraceHeaderList.TraceHeader.Timestamp']],
    ['Bussiness', ['N.TraceHeaderList.Bussiness']],
    ['BussinessDocType', ['N.TraceHeaderList.Bussiness.BussinessDocType']],
    ['edXMLHeader', ['N.edXMLHeader']],
  ])('%s', (name, paths) => {
    expect(pathsOf(without(NEW, name))).toEqual(paths);
  });

  it.each([
    'Place',
    'TypeDetail',
    'Content',
    'DueDate',
    'ToPlaces',
    'OtherInfo',
    'Priority',
    'SteeringType',
    'BussinessDocReason',
    'Paper',
    'StaffInfo',
    'edXMLBody',
    'Appendixes',
    'Fax',
  ])('but not for a missing %s', (name) => expect(readEnvelope(Buffer.from(without(NEW, name))).kind).toBe('document'));

  it('every recipient', () => {
    expect(pathsOf(without(without(NEW, 'To'), 'To'))).toEqual(['N.MessageHeader.To']);
  });

  it('its envelope, and the content of an attachment', () => {
    expect(pathsOf('<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"/>')).toEqual(['N.edXMLEnvelope']);
    const empty = altered(NEW, /<edXML:ContentTransferEncoded.*<\/edXML:ContentTransferEncoded>/, '');
    expect(pathsOf(empty)).toEqual(['N.AttachmentEncoded.Attachment.ContentTransferEncoded']);
  });

  it.each(['Subject', 'DocumentId', 'TypeName', 'PromulgationDate', 'FullName'])('an empty %s', (name) => {
    expect(pathsOf(filled(NEW, name, ' \n '))[0]).toMatch(new RegExp(`^N\\..*${name}$`));
  });

  it('but not for an empty competence or position, which a head of office does not have', () => {
    expect(readEnvelope(Buffer.from(filled(filled(NEW, 'Competence', ''), 'Position', ''))).kind).toBe('document');
  });
});

describe('A document is refused for what is too long or out of range', () => {
  it.each([
    ['OrganId', 35, 'MessageHeader.From.OrganId'],
    ['OrganName', 200, 'MessageHeader.From.OrganName'],
    ['OrganizationInCharge', 500, 'MessageHeader.From.OrganizationInCharge'],
    ['OrganAdd', 500, 'MessageHeader.From.OrganAdd'],
    ['Email', 100, 'MessageHeader.From.Email'],
    ['Telephone', 20, 'MessageHeader.From.Telephone'],
    ['Fax', 20, 'MessageHeader.From.Fax'],
    ['Website', 100, 'MessageHeader.From.Website'],
    ['DocumentId', 100, 'MessageHeader.DocumentId'],
    ['CodeNumber', 11, 'MessageHeader.Code.CodeNumber'],
    ['CodeNotation', 30, 'MessageHeader.Code.CodeNotation'],
    ['Place', 50, 'MessageHeader.PromulgationInfo.Place'],
    ['TypeName', 100, 'MessageHeader.DocumentType.TypeName'],
    ['Subject', 500, 'MessageHeader.Subject'],
    ['Content', 500, 'MessageHeader.Content'],
    ['Competence', 100, 'MessageHeader.SignerInfo.Competence'],
    ['Position', 100, 'MessageHeader.SignerInfo.Position'],
    ['FullName', 50, 'MessageHeader.SignerInfo.FullName'],
    ['SphereOfPromulgation', 100, 'MessageHeader.OtherInfo.SphereOfPromulgation'],
    ['TyperNotation', 10, 'MessageHeader.OtherInfo.TyperNotation'],
  ])('%s over %d characters', (name, longest, path) => {
    expect(readEnvelope(Buffer.from(filled(NEW, name, 'ư'.repeat(longest)))).kind).toBe('document');
    expect(pathsOf(filled(NEW, name, 'ư'.repeat(longest + 1)))).toEqual([`R.${path}`]);
  });

  it('a place of receipt over 150 characters', () => {
    const places = `<edXML:Place>VT</edXML:Place><edXML:Place>${'x'.repeat(151)}</edXML:Place>`;
    expect(pathsOf(filled(NEW, 'ToPlaces', places))).toEqual(['R.MessageHeader.ToPlaces.Place']);
  });

  it('counting decomposed letters as one', () => {
    expect(readEnvelope(Buffer.from(filled(NEW, 'FullName', 'ế'.normalize('NFD').repeat(50)))).kind).toBe('document');
  });

  it.each(['PromulgationAmount', 'PageAmount'])('%s over 999', (name) => {
    expect(pathsOf(filled(NEW, name, '1000'))).toEqual([`R.MessageHeader.OtherInfo.${name}`]);
    expect(pathsOf(filled(NEW, name, '-1'))).toEqual([`R.MessageHeader.OtherInfo.${name}`]);
  });

  it('a date of issue after today', () => {
    expect(pathsOf(NEW, '2020-02-03')).toEqual(['R.MessageHeader.PromulgationInfo.PromulgationDate']);
    expect(readEnvelope(Buffer.from(NEW), { today: '2020-02-04' }).kind).toBe('document');
    expect(readEnvelope(Buffer.from(filled(NEW, 'PromulgationDate', '2999/01/01'))).kind).toBe('document');
  });

  it('more than one of what may be there once', () => {
    expect(pathsOf(altered(NEW, '<edXML:Code>', '<edXML:SignerInfo/><edXML:Code>'))).toContain(
      'R.MessageHeader.SignerInfo',
    );
  });
});

describe('A document is refused for values that are not allowed, or of the wrong type', () => {
  it.each([
    ['Priority', '5', 'M.MessageHeader.OtherInfo.Priority'],
    ['Priority', '-1', 'M.MessageHeader.OtherInfo.Priority'],
    ['Priority', 'khẩn', 'T.MessageHeader.OtherInfo.Priority'],
    ['SteeringType', '3', 'M.MessageHeader.SteeringType'],
    ['SteeringType', 'x', 'T.MessageHeader.SteeringType'],
    ['BussinessDocType', '4', 'M.TraceHeaderList.Bussiness.BussinessDocType'],
    ['BussinessDocType', 'mới', 'T.TraceHeaderList.Bussiness.BussinessDocType'],
    ['Paper', '2', 'M.TraceHeaderList.Bussiness.Paper'],
    ['Type', 'hai', 'T.MessageHeader.DocumentType.Type'],
    ['TypeDetail', '1.5', 'T.MessageHeader.DocumentType.TypeDetail'],
    ['PageAmount', 'ba', 'T.MessageHeader.OtherInfo.PageAmount'],
    ['PromulgationDate', '2014/02/30', 'T.MessageHeader.PromulgationInfo.PromulgationDate'],
    ['PromulgationDate', '04/02/2020', 'T.MessageHeader.PromulgationInfo.PromulgationDate'],
    ['DueDate', '2020-02-20', 'T.MessageHeader.DueDate'],
    ['Timestamp', '2020/02/04 25:00:00', 'T.TraceHeaderList.TraceHeader.Timestamp'],
  ])('%s %s', (name, value, path) => {
    expect(problemsOf(filled(NEW, name, value))).toMatchObject([{ path, value, class: path.charAt(0) }]);
  });

  it.each([
    ['ReceiverType', '2', 'M.TraceHeaderList.Bussiness.BussinessDocumentInfo.ReceiverList.Receiver.ReceiverType'],
    ['DocumentInfo', '7', 'M.TraceHeaderList.Bussiness.BussinessDocumentInfo.DocumentInfo'],
  ])('in an update, %s %s', (name, value, path) => {
    expect(pathsOf(filled(sample('update'), name, value))).toEqual([path]);
  });

  it('but not for a wrong number of a type, since its name is what counts', () => {
    expect(readEnvelope(Buffer.from(filled(filled(NEW, 'Type', '9'), 'TypeDetail', '99'))).kind).toBe('document');
  });

  it.each(['DocumentId', 'TypeName', 'OrganId'])('nor for a %s of a shape nobody knows', (name) => {
    expect(readEnvelope(Buffer.from(filled(NEW, name, '2014/02/30-?'))).kind).toBe('document');
  });

  it('but for the same recipient twice, in whichever form, by a code of its own', () => {
    const twice = refusalOf(() =>
      readEnvelope(Buffer.from(altered(NEW, '000.00.31.H53</edXML:OrganId>', 'H26</edXML:OrganId>'))),
    );
    expect(twice.code).toBe('RECIPIENT_DUPLICATE');
    expect(twice.details).toEqual({ code: 'H26' });
    expect(twice.problems).toMatchObject([{ path: 'M.MessageHeader.To.OrganId', value: 'H26' }]);
  });
});

describe('The faults of a document', () => {
  it('are told all at once, each with its place and its value', () => {
    const faulty = filled(filled(without(NEW, 'DocumentId'), 'Priority', '9'), 'PromulgationDate', '2014/02/30');
    const error = refusalOf(() =>
      readEnvelope(Buffer.from(altered(faulty, '000.00.31.H53</edXML:OrganId>', 'H26</edXML:OrganId>'))),
    );
    expect(error.code).toBe('EDXML_INVALID');
    expect(error.details).toEqual({ count: 4 });
    expect(error.problems).toEqual([
      expect.objectContaining({ class: 'M', path: 'M.MessageHeader.To.OrganId', at: '27:26', value: 'H26' }),
      expect.objectContaining({ class: 'N', path: 'N.MessageHeader.DocumentId' }),
      expect.objectContaining({
        class: 'T',
        path: 'T.MessageHeader.PromulgationInfo.PromulgationDate',
        value: '2014/02/30',
      }),
      expect.objectContaining({ class: 'M', path: 'M.MessageHeader.OtherInfo.Priority', value: '9' }),
    ]);
  });

  it('quote no more than the beginning of a long value', () => {
    expect(problemsOf(filled(NEW, 'Subject', 'x'.repeat(100_000)))[0]?.value).toHaveLength(81);
  });
});

describe('A status is refused for what is missing', () => {
  it.each([
    ['From', 'N.MessageHeader.From'],
    ['Fax', 'N.MessageHeader.From.Fax'],
    ['OrganName', 'N.MessageHeader.From.OrganName'],
    ['ResponseFor', 'N.MessageHeader.ResponseFor'],
    ['Code', 'N.MessageHeader.ResponseFor.Code'],
    ['PromulgationDate', 'N.MessageHeader.ResponseFor.PromulgationDate'],
    ['DocumentId', 'N.MessageHeader.ResponseFor.DocumentId'],
    ['StaffInfo', 'N.MessageHeader.StaffInfo'],
    ['Mobile', 'N.MessageHeader.StaffInfo.Mobile'],
    ['StatusCode', 'N.MessageHeader.StatusCode'],
    ['Description', 'N.MessageHeader.Description'],
    ['Timestamp', 'N.MessageHeader.Timestamp'],
  ])('%s', (name, path) => {
    expect(pathsOf(without(STATUS, name))).toEqual([path]);
  });

  it('but not for empty fields of its contact, nor for an empty description', () => {
    const sparse = ['Fax', 'Website', 'Mobile', 'Description'].reduce((text, name) => filled(text, name, ''), STATUS);
    expect(readEnvelope(Buffer.from(sparse)).kind).toBe('status');
  });

  it('nor for a code the axis may not know, which is not for the reader to judge', () => {
    expect(readEnvelope(Buffer.from(filled(STATUS, 'StatusCode', '14')))).toMatchObject({
      status: { statusCode: '14' },
    });
  });
});
