import { type z } from 'zod';
import { type EdocFile } from './edoc-file.js';
import {
  agenciesQd20Reply,
  agenciesReply,
  contentReply,
  countReply,
  doneReply,
  receivedListReply,
  sentListReply,
  sentReply,
  unitsReply,
  type VxpReply,
} from './vxp-replies.js';
import { unpaddedHex, type VxpParameters } from './vxp-signature.js';

/** Documents or statuses. */
export type VxpMessageType = 'edoc' | 'status';

/** What a recipient's system says of a copy: it has it, it could not take it, it is at it. */
export type VxpTransportStatus = 'done' | 'fail' | 'processing';

/** One call, before anybody signs it. */
export interface VxpCall {
  /** The path below the endpoint. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly parameters: VxpParameters;
  readonly lateParameters?: VxpParameters;
  /** JSON as it is written, or a file; nothing when left out. */
  readonly body?: string | EdocFile;
}

/** A call that is answered in JSON. */
export interface VxpQuestion<R extends VxpReply> extends VxpCall {
  readonly reply: z.ZodType<R>;
}

/** An agency as its system registers it; `pcode` is the code of its parent. */
export interface VxpRegistration {
  readonly code: string;
  readonly name: string;
  readonly mail: string;
  readonly id?: string | undefined;
  readonly pcode?: string | undefined;
  readonly mobile?: string | undefined;
  readonly fax?: string | undefined;
}

/** A file to send; `to`, when given, must name the same recipients as the file. */
export interface VxpSending {
  readonly from: string;
  readonly messageType: VxpMessageType;
  readonly file: EdocFile;
  readonly to?: readonly string[] | undefined;
}

/** Which received ones to list: days of arrival `yyyy/MM/dd`, both included. */
export interface VxpReceivedQuery {
  readonly messageType: VxpMessageType;
  readonly fromDate?: string | undefined;
  readonly toDate?: string | undefined;
}

type Asks<S extends z.ZodType<VxpReply>> = VxpQuestion<z.infer<S>>;

const SERVICE = 'eDoc';
const EMPTY = '{}';

/** The operations as the official client calls them: which parameters, in which order, with which body. downloadEdoc alone answers with bytes. */
export const vxpCalls = {
  getAgenciesList: (): Asks<typeof agenciesReply> => post('getAgenciesList', agenciesReply),

  /** `level`: a tier, 1 to 4; any other is all of them. */
  getAgenciesListQD20: (level: string): Asks<typeof agenciesQd20Reply> =>
    post('getAgenciesListQD20', agenciesQd20Reply, { parameters: { level } }),

  /** All units, the deleted ones too. */
  getSynchronizeUnit: (): Asks<typeof unitsReply> => post('getSynchronizeUnit', unitsReply),

  registerAgency: (agency: VxpRegistration): Asks<typeof doneReply> => {
    const { id = '', pcode = '', code, name, mail, mobile = '', fax = '' } = agency;
    const body = JSON.stringify({ id, pcode, code, name, mail, mobile, fax });
    return post('registerAgency', doneReply, { body });
  },

  deleteAgency: (code: string): Asks<typeof doneReply> =>
    post('deleteAgency', doneReply, { parameters: { AgencyCode: code }, body: EMPTY }),

  sendEdoc: ({ from, messageType, file, to }: VxpSending): Asks<typeof sentReply> => {
    const hash = { 'hash-file': unpaddedHex(file.sha256) };
    const recipients = to === undefined ? {} : { to: JSON.stringify(to) };
    return post('sendEdoc', sentReply, {
      parameters: { ...typed(messageType), ...hash, from, ...recipients },
      body: file,
    });
  },

  getReceivedEdocList: ({ messageType, fromDate, toDate }: VxpReceivedQuery): Asks<typeof receivedListReply> => {
    const days = { ...(fromDate === undefined ? {} : { fromDate }), ...(toDate === undefined ? {} : { toDate }) };
    return post('getReceivedEdocList', receivedListReply, { parameters: { ...typed(messageType), ...days } });
  },

  /** Of one document, when `docId` is its senderDocId. */
  getSentEdocList: (messageType: VxpMessageType, docId?: string): Asks<typeof sentListReply> =>
    post('getSentEdocList', sentListReply, {
      parameters: { ...typed(messageType), ...(docId === undefined ? {} : { docId }) },
    }),

  getEdoc: (docId: string): Asks<typeof contentReply> =>
    post('getEdoc', contentReply, { parameters: { docId }, body: EMPTY }),

  downloadEdoc: (docId: string): VxpCall => ({ operation: 'downloadEdoc', method: 'GET', parameters: { docId } }),

  updateStatus: (docId: string, status: VxpTransportStatus): Asks<typeof doneReply> =>
    post('updateStatus', doneReply, { parameters: { docId }, lateParameters: { status }, body: EMPTY }),

  countReceiveEdoc: (): Asks<typeof countReply> =>
    post('countReceiveEdoc', countReply, { parameters: typed('edoc'), body: EMPTY }),

  countReceiveStatus: (): Asks<typeof countReply> =>
    post('countReceiveStatus', countReply, { parameters: typed('status'), body: EMPTY }),
} as const;

function post<R extends VxpReply>(
  operation: string,
  reply: z.ZodType<R>,
  rest: Partial<Pick<VxpCall, 'parameters' | 'lateParameters' | 'body'>> = {},
): VxpQuestion<R> {
  return { operation, method: 'POST', parameters: {}, reply, ...rest };
}

function typed(messageType: VxpMessageType): VxpParameters {
  return { servicetype: SERVICE, messagetype: messageType };
}
