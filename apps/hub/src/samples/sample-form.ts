import { type DocumentForm, type FormFile } from '#edxml';
import { type FilledSample } from './sample-body.js';

/** Characters that edXML's element Content takes. */
const LONGEST_CONTENT = 500;

/** A sample as the form of a document; a text too long for the header's Content goes along whole as a file. */
export function formOf(sample: FilledSample): DocumentForm {
  const { from, to, subject, typeName, priority, dueOn, paper, files } = sample;
  const content = sample.content.normalize('NFC').trim();
  return {
    ...{ from, to, priority, dueOn, paper },
    subject: subject.normalize('NFC'),
    typeName: typeName.normalize('NFC'),
    ...(content === '' ? {} : { content: content.slice(0, LONGEST_CONTENT) }),
    files: [
      ...(content.length > LONGEST_CONTENT ? [textFile(content)] : []),
      ...files.map(({ name, contentType, base64 }) => ({
        name: name.normalize('NFC'),
        contentType: contentType === '' ? 'application/octet-stream' : contentType,
        content: Buffer.from(base64, 'base64'),
      })),
    ],
  };
}

function textFile(content: string): FormFile {
  return { name: 'noi-dung.txt', contentType: 'text/plain', content: Buffer.from(content, 'utf8') };
}
