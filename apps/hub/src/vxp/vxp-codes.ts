import { type AxisErrorCode } from '#core';

/** Numbers seen at a provincial façade of the interface. */
const SYSTEM_ERROR = '20';

/** Everything that is somebody's fault has a number; the rest is a fault of the axis. Numbers from 30 are ours. */
const CODES: Partial<Record<AxisErrorCode, string>> = {
  VXP_FILE_HASH_MISMATCH: '10',
  ATTACHMENT_UNDECODABLE: '10',
  VXP_SIGNATURE_INVALID: '15',
  RECIPIENT_UNKNOWN: '18',
  RECIPIENTS_NONE_KNOWN: '18',
  SENDER_UNKNOWN: '19',
  SENDER_FOREIGN: '19',
  BODY_TOO_LARGE: '21',
  REQUEST_INVALID: '21',
  EDXML_NOT_XML: '22',
  EDXML_WRONG_ROOT: '22',
  EDXML_WRONG_NAMESPACE: '22',
  EDXML_TRUNCATED: '22',
  EDXML_TOO_DEEP: '22',
  EDXML_DOCTYPE: '22',
  EDXML_ENCODING: '22',
  EDXML_INVALID: '22',
  RECIPIENT_DUPLICATE: '22',
  VXP_TIMESTAMP_STALE: '30',
  VXP_PARAMETER_MISSING: '31',
  VXP_PARAMETER_INVALID: '32',
  VXP_HEADER_DIFFERS: '33',
  VXP_DOCUMENT_UNKNOWN: '34',
  VXP_AGENCY_NOT_YOURS: '35',
  RECIPIENTS_TOO_MANY: '36',
  DOCUMENT_IDENTITY_TAKEN: '37',
  SECRET_MARKING: '38',
  BUSINESS_TYPE_NOT_YET: '39',
  STATUS_CODE_UNKNOWN: '40',
  STATUS_DOCUMENT_UNKNOWN: '41',
  STATUS_NOT_RECIPIENT: '42',
  STATUS_NOT_SENDER: '43',
  STATUS_IMPOSSIBLE: '44',
  AGENCY_CODE_MALFORMED: '45',
  AGENCY_UNKNOWN: '46',
  AGENCY_HAS_SYSTEM: '47',
  NOT_FOUND: '48',
};

/** The ErrorCode the official client reads for an error of the axis. */
export function vxpCodeOf(code: AxisErrorCode): string {
  return CODES[code] ?? SYSTEM_ERROR;
}

/** All numbers with the errors they stand for. */
export const VXP_CODES: Readonly<Partial<Record<AxisErrorCode, string>>> = CODES;
