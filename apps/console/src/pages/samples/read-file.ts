import { type Sample } from '#wire';

type SampleFile = NonNullable<Sample['files']>[number];

/** Files as the hub takes them. Rejects when one can no longer be read. */
export function readFiles(files: readonly File[]): Promise<SampleFile[]> {
  return Promise.all(files.map((file) => read(file)));
}

async function read(file: File): Promise<SampleFile> {
  return { name: file.name, contentType: file.type.slice(0, 100), base64: await base64Of(file) };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // A data: URL, whose part after the comma it is.
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
