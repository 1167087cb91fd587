import { type AttachmentNote, type DocumentHeader, type Envelope } from '#edxml';

/** What the rules and the store ask of a document's header. */
export type BriefHeader = Pick<
  DocumentHeader,
  'documentId' | 'number' | 'notation' | 'promulgatedOn' | 'type' | 'subject' | 'priority' | 'dueOn' | 'steering'
> & {
  readonly from: Pick<DocumentHeader['from'], 'code'>;
  readonly to: readonly Pick<DocumentHeader['to'][number], 'code'>[];
  readonly business: Pick<DocumentHeader['business'], 'type' | 'paper'>;
};

/** An envelope as far as taking a submission over asks; a whole one is one too. */
export type BriefEnvelope =
  | { readonly kind: 'document'; readonly header: BriefHeader; readonly attachments: readonly AttachmentNote[] }
  | { readonly kind: 'status' };

/** The envelope without what nobody asks of a submission: a broadcast has the names and addresses of a hundred recipients, and crossing over takes as long as reading them. */
export function inBrief(envelope: Envelope): BriefEnvelope {
  if (envelope.kind === 'status') return { kind: 'status' };
  const { header, attachments } = envelope;
  return {
    kind: 'document',
    attachments,
    header: {
      from: { code: header.from.code },
      to: header.to.map(({ code }) => ({ code })),
      documentId: header.documentId,
      number: header.number,
      notation: header.notation,
      promulgatedOn: header.promulgatedOn,
      type: header.type,
      subject: header.subject,
      priority: header.priority,
      dueOn: header.dueOn,
      steering: header.steering,
      business: { type: header.business.type, paper: header.business.paper },
    },
  };
}
