import { readFile } from 'node:fs/promises';
import { hubPlaces, type SimulatorConfig } from '#config';
import { HubClient } from '#wire';

/** The hub, as an operator. Rejects where no hub has ever been started. */
export async function operatorOf({ dataFolder, hubUrl }: SimulatorConfig): Promise<HubClient> {
  const token = (await readFile(hubPlaces(dataFolder).operatorTokenFile, 'utf8')).trim();
  return new HubClient({ url: hubUrl, credentials: { token } });
}
