/** A thing of a graph, drawn as a box that leads somewhere. */
export interface GraphNode {
  id: string
  /** Its name in at most two lines that fit the box. */
  lines: string[]
  href: string
  /** What it is, said by its outline: a step, a decision, an end. */
  shape: 'step' | 'decision' | 'end'
  tone?: 'start' | 'bad'
  /** A figure below the name; `alarm` is said in the colour of what goes wrong. */
  figure?: string
  alarm?: string
  /** Everything about it, for who hears the picture or points at it. */
  said: string
}

/** An arrow between two boxes. */
export interface GraphWay {
  from: string
  to: string
  /** Tells arrows between the same boxes apart. */
  by: string
  label: string
  /** How many go there, from 0 to 1: drawn as thickness. */
  share?: number
}

/** Words of the picture and of what can be done with it. */
export interface GraphTexts {
  label: string
  title: string
  larger: string
  smaller: string
  whole: string
  turn: string
  fill: string
  fold: string
  unfold: string
}

/** What a graph shows: JSON only, because the same goes to the island. */
export interface GraphProps {
  nodes: GraphNode[]
  ways: GraphWay[]
  texts: GraphTexts
}

/** From the top down, or from left to right. */
export type Direction = 'down' | 'across'
