import type { ReactElement } from 'react';
import type { FrameProps } from './views/props.js';
import { StopPage } from './views/stop-page.js';

/** Asks once. The token is the proof: who cannot read it cannot forge the post, so there is no nonce. */
export function stopAskScreen(frame: FrameProps, token: string): ReactElement {
  return <StopPage frame={frame} form={{ action: `/r/stop/${token}`, nonce: '' }} />;
}

export function stopDoneScreen(frame: FrameProps): ReactElement {
  return <StopPage frame={frame} form={null} />;
}

export function stopEndedScreen(frame: FrameProps): ReactElement {
  return <StopPage frame={frame} form={null} hasEnded />;
}
