import { type z } from 'zod';
import { AxisError } from '#core';
import { type FormFile } from '#edxml';
import { sendFormSchema, type SendForm } from '#wire';

/** A document as a clerk writes it down; what is undefined the system fills in. */
export interface DocumentForm extends Omit<SendForm, 'files'> {
  readonly files: readonly FormFile[];
}

/** Reads a form that came as JSON, its files in base64. Throws REQUEST_INVALID and ATTACHMENT_UNDECODABLE. */
export function readJsonForm(json: unknown): DocumentForm {
  const { files = [], ...fields } = checked(sendFormSchema, json);
  return {
    ...fields,
    files: files.map(({ name, contentType, base64 }) => ({
      name,
      contentType: contentType ?? BYTES,
      content: decode(name, base64),
    })),
  };
}

/** Reads the fields of a multipart form; a field that may come often may also hold several codes separated by commas. */
export function readFormFields(
  fields: readonly (readonly [string, string])[],
  files: readonly FormFile[],
): DocumentForm {
  const json: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    if (name === 'to')
      json['to'] = [...((json['to'] as string[] | undefined) ?? []), ...value.split(',').map((code) => code.trim())];
    else json[name] = name === 'paper' ? value === 'true' || value === '1' : value;
  }
  return { ...checked(sendFormSchema.omit({ files: true }), json), files };
}

const BYTES = 'application/octet-stream';
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
const NOT_BASE64 = 'có ký tự không thuộc base64, hoặc dấu "=" đặt sai chỗ';

function decode(name: string, base64: string): Buffer {
  if (!BASE64.test(base64)) throw new AxisError('ATTACHMENT_UNDECODABLE', { name, reason: NOT_BASE64 });
  return Buffer.from(base64, 'base64');
}

/** What fits the schema, or REQUEST_INVALID with every fault in one sentence. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reason = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
  throw new AxisError('REQUEST_INVALID', { reason });
}
