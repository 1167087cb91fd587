import { type OfficeSettings } from '#config';

/** The simulated office's habits, as they are now; a change lasts until the process ends. */
export class OfficeSwitch {
  constructor(private current: OfficeSettings) {}

  get settings(): OfficeSettings {
    return this.current;
  }

  /** Holds for steps from now on; a step that is planned keeps its time. */
  change(settings: OfficeSettings): void {
    this.current = settings;
  }
}
