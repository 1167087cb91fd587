const MARKING = /(?<![\p{L}\p{M}])(?:(TỐI|TUYỆT)[\s_]+)?MẬT(?![\p{L}\p{M}])/u;

/** A degree of secrecy as it is stamped on a document. */
export type SecretMarking = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

/**
 * The degree of secrecy a subject or an attachment's name is marked with, if any: the word in capitals, alone between letters, in either Unicode form.
 * `bảo mật` passes; a text wholly in capitals with the syllable MẬT does not, since a marking cannot be told from it. (QĐ 28/2018, art. 1)
 */
export function secretMarkingIn(text: string): SecretMarking | undefined {
  const match = MARKING.exec(text.normalize('NFC'));
  if (!match) return undefined;
  if (match[1] === 'TỐI') return 'TỐI MẬT';
  return match[1] === 'TUYỆT' ? 'TUYỆT MẬT' : 'MẬT';
}
