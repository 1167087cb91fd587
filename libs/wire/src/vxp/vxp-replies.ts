import { z } from 'zod';

/** Left out or a string, never null: the official client cannot read null. */
const text = z.string().optional();

/** What stands in every reply, failures too, because the official client reads it unasked. */
const told = { ErrorCode: z.string(), ErrorDesc: z.string() };

const replyOf = <F extends z.ZodRawShape, A extends z.ZodRawShape>(fields: F, always: A) =>
  z.discriminatedUnion('status', [
    z.looseObject({ ...told, ...always, ...fields, status: z.literal('OK') }),
    z.looseObject({ ...told, ...always, status: z.literal('FAIL') }),
  ]);

const listOf = <F extends z.ZodRawShape>(fields: F) => replyOf({ data: z.array(z.looseObject(fields)) }, {});

/** registerAgency, deleteAgency, updateStatus: done, or not. */
export const doneReply = replyOf({}, {});

/** getAgenciesList; `pid` is the id of the parent. */
export const agenciesReply = listOf({ id: text, pid: text, code: text, name: text, mail: text, oldCode: text });

/** getAgenciesListQD20; `code` is in the form of QĐ 20/2020, `code102` in that of QCVN 102:2016. */
export const agenciesQd20Reply = listOf({ id: text, code: text, name: text, mail: text, code102: text });

/** getSynchronizeUnit; `centerCode` is the system the unit belongs to. */
export const unitsReply = listOf({
  id: text,
  pid: text,
  code: text,
  name: text,
  mail: text,
  version: z.number().int().optional(),
  centerCode: text,
  deleted: z.boolean().optional(),
  modifyDate: text,
  isAgency: z.boolean().optional(),
});

/** sendEdoc; `DocId` (the senderDocId) is there in failures too, then empty. */
export const sentReply = replyOf({}, { DocId: z.string() });

/** getReceivedEdocList; `docId` is the receiverDocId, `status` that of updateStatus. Times are `yyyy/MM/dd HH:mm:ss` in Hanoi. */
export const receivedListReply = listOf({
  docId: z.string(),
  serviceType: text,
  messageType: text,
  created_time: text,
  updated_time: text,
  from: text,
  to: text,
  status: text,
  status_desc: text,
});

/** getSentEdocList: a row for each recipient. `sendStatus` is where the copy stands, `receiveStatus` the latest business status (01 to 16). */
export const sentListReply = listOf({
  serviceType: text,
  messageType: text,
  senderDocId: z.string(),
  receiverDocId: text,
  fromCode: text,
  toCode: text,
  title: text,
  notation: text,
  sentTime: text,
  receivedTime: text,
  sendStatus: text,
  sendStatusDesc: text,
  receiveStatus: text,
  receiveStatusDesc: text,
});

/** getEdoc; `data` is the file in base64. */
export const contentReply = replyOf({ data: z.string() }, {});

/** countReceiveEdoc and countReceiveStatus. */
export const countReply = replyOf({ count: z.number().int().nonnegative() }, {});

/** The reply that something is done, of one operation. */
export type VxpOk<R> = Extract<R, { status: 'OK' }>;
export type VxpAgency = VxpOk<z.infer<typeof agenciesReply>>['data'][number];
export type VxpAgencyQd20 = VxpOk<z.infer<typeof agenciesQd20Reply>>['data'][number];
export type VxpUnit = VxpOk<z.infer<typeof unitsReply>>['data'][number];
export type VxpReceived = VxpOk<z.infer<typeof receivedListReply>>['data'][number];
export type VxpSent = VxpOk<z.infer<typeof sentListReply>>['data'][number];

/** What any reply says first. */
export interface VxpReply {
  readonly status: 'OK' | 'FAIL';
  readonly ErrorCode: string;
  readonly ErrorDesc: string;
}
