/** Frames are a part of their own, which only pages with a framed snippet load. */
export const loadFrames = () => import('./frame/host-frame.js');
