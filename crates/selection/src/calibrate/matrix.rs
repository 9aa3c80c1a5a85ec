//! Small dense symmetric matrices.

/// A square matrix, row by row.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

impl Matrix {
    pub(super) fn new(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub(super) fn at(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.cells[row * self.size + column]
    }

    pub(super) fn get(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    pub(super) fn times(&self, vector: &[f64]) -> Vec<f64> {
        let rows = self.cells.chunks(self.size);
        rows.map(|row| row.iter().zip(vector).map(|(cell, value)| cell * value).sum()).collect()
    }

    /// The inverse of a symmetric matrix with positive eigenvalues: by elimination without a search for pivots, which such
    /// a matrix does not need.
    pub(super) fn inverse(mut self) -> Self {
        let size = self.size;
        let mut inverse = Self::new(size);
        (0..size).for_each(|number| *inverse.at(number, number) = 1.0);
        for pivot in 0..size {
            let by = 1.0 / self.get(pivot, pivot);
            for column in 0..size {
                *self.at(pivot, column) *= by;
                *inverse.at(pivot, column) *= by;
            }
            for row in (0..size).filter(|row| *row != pivot) {
                let factor = self.get(row, pivot);
                if factor == 0.0 {
                    continue;
                }
                for column in 0..size {
                    *self.at(row, column) -= factor * self.get(pivot, column);
                    *inverse.at(row, column) -= factor * inverse.get(pivot, column);
                }
            }
        }
        inverse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_changes_nothing() {
        let mut matrix = Matrix::new(3);
        for (row, cells) in [[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 2.0]].iter().enumerate() {
            cells.iter().enumerate().for_each(|(column, cell)| *matrix.at(row, column) = *cell);
        }
        let vector = [1.0, -2.0, 3.0];
        let back = matrix.clone().inverse().times(&matrix.times(&vector));
        assert!(back.iter().zip(vector).all(|(one, other)| (one - other).abs() < 1e-12), "{back:?}");
    }
}
