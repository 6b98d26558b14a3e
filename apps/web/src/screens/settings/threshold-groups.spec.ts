import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUPS, UNIT_OF } from './threshold-groups.js';

interface Described {
  components: { schemas: Record<'ThresholdsView', { properties: object }> };
}

describe('the figures of the pattern notes, as they are shown', () => {
  it('are all that the API has, once each', () => {
    const file = readFileSync(join(__dirname, '../../api-client/openapi.json'), 'utf8');
    const { ThresholdsView } = (JSON.parse(file) as Described).components.schemas;
    const shown = GROUPS.flatMap(({ names }): string[] => [...names]);
    expect(shown.toSorted()).toEqual(Object.keys(ThresholdsView.properties).toSorted());
    expect(Object.keys(UNIT_OF).toSorted()).toEqual(shown.toSorted());
  });
});
