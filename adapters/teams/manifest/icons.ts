import { type Pixel, png } from './png.ts';

/** An hourglass whose sand has not run out, on a round watch: drawn as distances, so that it is sharp in every size. */

const GROUND: readonly [number, number, number] = [0x1f, 0x4e, 0x5f];
const LIGHT: readonly [number, number, number] = [0xff, 0xff, 0xff];
const SAND: readonly [number, number, number] = [0xf2, 0xb1, 0x34];

/** Places from -1 to 1. Negative inside the shape, by about its distance. */
type Shape = (x: number, y: number) => number;

const ring =
  (radius: number, width: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x, y) - radius) - width / 2;
const box =
  (left: number, top: number, right: number, bottom: number): Shape =>
  (x, y) =>
    Math.max(left - x, x - right, top - y, y - bottom);
const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

/** Two funnels that meet in the middle. */
const glass =
  (height: number, slope: number, neck: number): Shape =>
  (x, y) =>
    Math.max(Math.abs(y) - height, (Math.abs(x) - neck - Math.abs(y) * slope) / Math.hypot(1, slope));
const outer = either(glass(0.44, 0.72, 0.07), box(-0.44, -0.53, 0.44, -0.42), box(-0.44, 0.42, 0.44, 0.53));
const hourglass = without(outer, glass(0.4, 0.62, 0.015));
const above: Shape = (x, y) => Math.max(glass(0.37, 0.58, 0)(x, y), y, -0.22 - y);
const below: Shape = (x, y) => Math.max(glass(0.39, 0.58, 0)(x, y), 0.24 - y);

/** How much of a pixel a shape covers. */
const covers = (distance: number, pixel: number): number => Math.min(1, Math.max(0, 0.5 - distance / pixel));

/** 192 by 192, on the colour of the app. */
export const colorIcon = (): Buffer =>
  icon(192, (x, y, pixel) => {
    const base: Pixel = [...GROUND, 255];
    const drawn = over(base, LIGHT, covers(either(ring(0.78, 0.07), hourglass)(x, y), pixel));
    return over(drawn, SAND, covers(either(above, below)(x, y), pixel));
  });

/** 32 by 32, white on nothing. */
export const outlineIcon = (): Buffer =>
  icon(32, (x, y, pixel) => [...LIGHT, Math.round(255 * covers(either(ring(0.9, 0.12), hourglass, below)(x, y), pixel))]);

function icon(size: number, colour: (x: number, y: number, pixel: number) => Pixel): Buffer {
  const place = (at: number): number => ((at + 0.5) / size) * 2 - 1;
  return png(size, (x, y) => colour(place(x), place(y), 2 / size));
}

const over = ([red, green, blue]: Pixel, [r, g, b]: readonly [number, number, number], share: number): Pixel => {
  const mix = (under: number, above_: number): number => Math.round(under + (above_ - under) * share);
  return [mix(red, r), mix(green, g), mix(blue, b), 255];
};
