// Renders the drawings of the demonstration, demo/pictures/src/*.svg, to WebP, 1200 pixels wide.
// Run: node scripts/demo-pictures.mjs. Needs the fonts DejaVu Sans and DejaVu Sans Mono for the few digits and labels.
import { readdirSync } from 'node:fs'
import sharp from 'sharp'

const folder = 'demo/pictures'
for (const file of readdirSync(`${folder}/src`)) {
  const target = `${folder}/${file.replace('.svg', '.webp')}`
  const { size } = await sharp(`${folder}/src/${file}`, { density: 144 })
    .resize({ width: 1200 })
    .webp({ quality: 82, effort: 6, smartSubsample: true })
    .toFile(target)
  console.log(`${target} ${Math.round(size / 1024)} kB`)
}
