#!/usr/bin/env node
import '../dist/src/tellal.js';
