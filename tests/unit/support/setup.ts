// Runs once, before the unit tests.
import { READER_TIME_ZONE } from '../../../scripts/browsers.mjs';
import { announceShared } from '../../fixtures/folders.mjs';

export default function setup(): void {
  // The workers start later and inherit it: Node reads the zone once.
  process.env['TZ'] = READER_TIME_ZONE;
  announceShared();
}
