import { type ErrorEntry } from './error-entry.js';

/** Errors about the bytes of a document apart from their meaning: size, digest, who may fetch them. */
export const BODY_ERRORS = {
  BODY_TOO_LARGE: {
    http: 413,
    kind: 'refusal',
    title: 'Nội dung {bytes} byte, quá giới hạn {limit} byte.',
    titleEn: 'The body has {bytes} bytes, more than the {limit} allowed.',
    remedy: 'Giảm dung lượng tệp đính kèm, hoặc chia văn bản.',
    remedyEn: 'Make the attachments smaller, or divide the document.',
  },
  BODY_INLINE_TOO_LARGE: {
    http: 413,
    kind: 'use',
    title: 'Nội dung {bytes} byte quá lớn để đi trong thông điệp (giới hạn {limit} byte).',
    titleEn: 'The body of {bytes} bytes is too large to travel inside a message (limit {limit} bytes).',
    remedy: 'Tải nội dung lên bằng PUT /api/v1/bodies/{sha256}, rồi gửi thông điệp mang mã băm.',
    remedyEn: 'Upload it with PUT /api/v1/bodies/{sha256}, then submit a message that carries the digest.',
  },
  BODY_DIGEST_MISMATCH: {
    http: 422,
    kind: 'refusal',
    title: 'Mã băm của nội dung là {actual}, không phải {expected}.',
    titleEn: 'The digest of the body is {actual}, not {expected}.',
    remedy: 'Tải lại nội dung; mã băm là SHA-256 viết dạng hex chữ thường.',
    remedyEn: 'Upload it again; the digest is SHA-256 in lower-case hex.',
  },
  BODY_UNKNOWN: {
    http: 404,
    kind: 'refusal',
    title: 'Không có nội dung nào mang mã băm {sha256}.',
    titleEn: 'No body has the digest {sha256}.',
    remedy: 'Tải nội dung lên trước khi gửi thông điệp nhắc tới nó.',
    remedyEn: 'Upload the body before submitting the message that names it.',
  },
  BODY_NOT_YOURS: {
    http: 403,
    kind: 'refusal',
    title: 'Nội dung {sha256} không được gửi cho hệ thống này.',
    titleEn: 'The body {sha256} was not sent to this system.',
    remedy: 'Chỉ lấy nội dung của văn bản gửi cho cơ quan mình đại diện.',
    remedyEn: 'Fetch only bodies of documents sent to an agency you speak for.',
  },
} as const satisfies Record<string, ErrorEntry>;
